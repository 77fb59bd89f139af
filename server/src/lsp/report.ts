import {type ReportParams, type ReportResult, reportRequest} from '../protocol.js';
import {reportData} from '../report/data.js';
import {renderHtml} from '../report/html.js';
import {renderMarkdown} from '../report/markdown.js';
import type {Context} from './context.js';
import {answering} from './guard.js';
import {fileName} from './uri.js';

/** The sourcing report of an open draft; null where there is none. */
export function provideReport({connection, documents}: Context): void {
  connection.onRequest(
    reportRequest,
    answering<ReportParams, ReportResult | null>(
      connection,
      'report',
      () => null,
      async ({uri}, token) => {
        const reading = await documents.read(uri, token);
        if (!reading?.analysis) return null;
        const data = reportData(reading.analysis, {path: fileName(uri), house: reading.settings.house});
        return {
          version: reading.version,
          title: data.title,
          html: renderHtml(data),
          markdown: renderMarkdown(data),
        };
      },
    ),
  );
}
