import {frontMatterOf} from '../draft/frontMatter.js';
import {type SettingsParams, type SettingsResult, settingsRequest} from '../protocol.js';
import type {Context} from './context.js';
import {formatOf} from './documents.js';
import {answering} from './guard.js';
import {addressOf} from './uri.js';

/** The settings that apply to an open document, as `onrecord check --print-config` prints them. */
export function provideSettings({connection, documents, environments}: Context): void {
  connection.onRequest(
    settingsRequest,
    answering<SettingsParams, SettingsResult | null>(
      connection,
      'settings',
      () => null,
      async ({uri}) => {
        const document = documents.get(uri);
        const format = document && formatOf(uri, document.languageId);
        if (!document || !format) return null;
        const environment = await environments.of(uri);
        const {meta} = frontMatterOf(document.getText(), format);
        const {config, settings} = environment.explain(meta.house, meta.genre);
        const shown = {
          path: addressOf(uri).path,
          config: config === null ? null : addressOf(config).path,
          ...settings,
        };
        return {json: `${JSON.stringify(shown, null, 2)}\n`};
      },
    ),
  );
}
