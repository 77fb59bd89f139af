/**
 * The library: what the editor and the command line are made of. Runs in Node and in a browser, reads no files and
 * uses no network.
 *
 *     const session = new DraftSession();
 *     const {findings} = session.update(text, 'markdown');
 */

export type {Block, Span} from './draft/block.js';
export type {Draft, DraftFormat, DraftMeta, Genre, Problem} from './draft/draft.js';
export {
  type Analysis,
  DraftSession,
  defaultSettings,
  effectiveSeverity,
  type ReportedEdit,
  type ReportedFinding,
  type ReportedFix,
  rules,
  type SuppressedFinding,
} from './engine.js';
export type {DraftRecord, IgnoreEntry, ReadChecks, TextQuote} from './record/checks.js';
export type {Config, ReadConfig, RuleSetting, Settings} from './record/config.js';
export {readChecks} from './record/readChecks.js';
export {readConfig} from './record/readConfig.js';
export {type ReportData, reportData} from './report/data.js';
export {renderHtml} from './report/html.js';
export {renderJson} from './report/json.js';
export {renderMarkdown} from './report/markdown.js';
export type {Rule} from './rules/rule.js';
export {
  type AnyHouse,
  type House,
  houses,
  type OwnHouse,
  type Severity,
  severities,
} from './rules/severity.js';
export type {Source, Story, StoryAttribution} from './story/story.js';
