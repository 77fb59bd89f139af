import {noMeta} from '../draft/draft.js';
import {readFrontMatter} from '../draft/frontMatter.js';
import {settingsFor} from '../record/settings.js';
import {houseSeverity} from '../rules/houseSeverity.js';
import {rules} from '../rules/registry.generated.js';
import type {Job} from './checkFile.js';
import type {ConfigFiles} from './configFiles.js';
import {formatOf, readDraft} from './readDraft.js';
import {version} from './version.js';

/** What applies to each file, as one JSON document: the house, where it comes from, and every rule. */
export async function effectiveConfig(jobs: readonly Job[], configs: ConfigFiles): Promise<string> {
  const files = [];
  for (const {path, text, house, config} of jobs) {
    const meta =
      formatOf(path) === 'markdown'
        ? readFrontMatter(text ?? (await readDraft(path).catch(() => ''))).meta
        : noMeta;
    const settings = settingsFor({asked: house, own: meta.house, config, fallback: 'ap'});
    files.push({
      path,
      config: (await configs.of(path))?.path ?? null,
      house: settings.house,
      genre: meta.genre,
      rules: Object.fromEntries(
        rules.map((rule) => {
          const own = settings.rules[rule.id];
          const severity = own?.severity ?? houseSeverity(rule, settings.house).severity;
          const options = Object.fromEntries(
            Object.entries(rule.options ?? {}).map(([name, spec]) => [
              name,
              own?.options[name] ?? spec.default,
            ]),
          );
          return [rule.id, {severity, options}];
        }),
      ),
    });
  }
  return `${JSON.stringify({schema: 1, version, files}, null, 2)}\n`;
}
