import {noMeta} from '../draft/draft.js';
import {formats} from '../draft/formats.js';
import {readFrontMatter} from '../draft/frontMatter.js';
import {effectiveSettings} from '../effective.js';
import type {Job} from './checkFile.js';
import type {ConfigFiles} from './configFiles.js';
import {formatOf, readDraft} from './readDraft.js';
import {version} from './version.js';

/** What applies to each file, as one JSON document: the house, every rule, and where each value comes from. */
export async function effectiveConfig(jobs: readonly Job[], configs: ConfigFiles): Promise<string> {
  const files = [];
  for (const {path, text, house, config, within} of jobs) {
    const meta = formats[formatOf(path)].frontMatter
      ? readFrontMatter(text ?? (await readDraft(path).catch(() => ''))).meta
      : noMeta;
    const file = await configs.of(path);
    const settings = effectiveSettings({
      asked: house,
      askedFrom: '--house',
      own: meta.house,
      config,
      origins: file?.origins ?? {},
      path: within,
      genre: meta.genre,
      fallback: 'ap',
      fallbackFrom: 'default',
    });
    files.push({path, config: file?.path ?? null, ...settings});
  }
  return `${JSON.stringify({schema: 1, version, files}, null, 2)}\n`;
}
