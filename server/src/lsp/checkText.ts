import {TextDocument} from 'vscode-languageserver-textdocument';
import {type CheckParams, type CheckResult, checkRequest} from '../protocol.js';
import type {Context} from './context.js';
import {DraftReader, formatOf} from './documents.js';
import {DraftDiagnostics} from './draftDiagnostics.js';
import {answering} from './guard.js';

/** Findings of a text that is not open; null where it is nothing for us. Nothing of it is remembered. */
export function provideCheck(context: Context): void {
  const {connection, environments} = context;
  connection.onRequest(
    checkRequest,
    answering<CheckParams, CheckResult | null>(
      connection,
      'check',
      () => null,
      async (params) => {
        const {uri, languageId, text} = params;
        const format = formatOf(uri, languageId);
        if (!format) return null;
        const environment = await environments.of(uri);
        const document = TextDocument.create(uri, languageId, 0, text);
        const reading = new DraftReader(format).read(document, environment);
        if (!context.documents.get(uri)) environments.forget(uri);
        return {
          draft: reading.eligibility.draft,
          diagnostics: new DraftDiagnostics(context.client()).of(reading),
        };
      },
    ),
  );
}
