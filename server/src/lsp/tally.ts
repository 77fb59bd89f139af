import {type TallyParams, tallyNotification} from '../protocol.js';
import {tally} from '../report/tally.js';
import {houseId} from '../rules/severity.js';
import type {Context} from './context.js';
import type {Reading} from './documents.js';

const notEnglish = 'It does not seem to be in English, so nothing was checked.';

/** Tells our own client after each analysis what its status item shows; nothing twice. */
export function tellTally(context: Context): void {
  const {connection, documents} = context;
  const last = new Map<string, string>();
  documents.onRead((reading) => {
    if (!context.client().ours) return;
    const params = tallyOf(reading);
    const content = JSON.stringify(params);
    if (last.get(params.uri) === content) return;
    last.set(params.uri, content);
    void connection.sendNotification(tallyNotification, params).catch(() => undefined);
  });
  documents.onClose(({document: {uri}}) => last.delete(uri));
}

function tallyOf({document, version, eligibility, foreign, analysis, settings}: Reading): TallyParams {
  const {draft} = eligibility;
  const counts = draft && analysis ? tally(analysis.story) : {claims: 0, sourced: 0, unnamed: 0};
  return {
    uri: document.uri,
    version,
    draft,
    reason: foreign === null ? eligibility.reason : notEnglish,
    house: houseId(settings.house),
    ...counts,
    findings: draft ? (analysis?.findings.length ?? 0) : 0,
  };
}
