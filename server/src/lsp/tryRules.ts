import {TextDocument} from 'vscode-languageserver-textdocument';
import {draftLanguage} from '../draft/language.js';
import {parseDraft} from '../draft/parse.js';
import {rules} from '../engine.js';
import {
  type TrialParams,
  type TrialResult,
  type TryOnParams,
  type TryOnResult,
  trialRequest,
  tryOnRequest,
} from '../protocol.js';
import {readConfig} from '../record/readConfig.js';
import {resolveConfig} from '../record/resolveConfig.js';
import {excerpt, lineTable} from '../report/lines.js';
import {type Trial, trialOf} from '../trial.js';
import type {Context} from './context.js';
import {DraftReader, formatOf} from './documents.js';
import {configAccess} from './files.js';
import {answering} from './guard.js';
import {folderOf, pathWithin} from './uri.js';

/** Tries the rules of an `onrecord.yml` on stories, one after another. */
export function provideTrial({connection, documents, environments}: Context): void {
  let last: {readonly config: string; readonly trial: Trial} | null = null;

  connection.onRequest(
    trialRequest,
    answering<TrialParams, TrialResult>(
      connection,
      'trial',
      () => ({rules: []}),
      async ({config, text}) => {
        const resolved = await resolveConfig(config, text, configAccess(environments.files()), rules);
        const trial = trialOf(resolved.config, readConfig(text, rules).config);
        last = {config, trial};
        return {rules: trial.rules};
      },
    ),
  );
  connection.onRequest(
    tryOnRequest,
    answering<TryOnParams, TryOnResult>(
      connection,
      'trial',
      () => null,
      async ({config, uri, languageId, text}) => {
        const format = formatOf(uri, languageId);
        const trial = last?.config === config ? last.trial : null;
        if (!format || !trial) return null;
        const environment = await environments.of(uri);
        if (!documents.get(uri)) environments.forget(uri);
        const document = TextDocument.create(uri, languageId, 0, text);
        if (!new DraftReader(format).isDraft(document, environment)) return null;
        const {english, sure} = draftLanguage(parseDraft(text, format));
        if (sure && !english) return {findings: []};
        const folder = folderOf(config);
        const within = folder !== null && uri.startsWith(`${folder}/`) ? pathWithin(folder, uri) : null;
        const at = lineTable(text);
        const found = trial.on(text, format, within, environment.record);
        return {
          findings: found.map(({rule, severity, message, start, end}) => ({
            rule,
            severity,
            ...at(start),
            words: excerpt(text.slice(start, end)),
            message,
          })),
        };
      },
    ),
  );
}
