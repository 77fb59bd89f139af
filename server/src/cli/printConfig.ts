import {noMeta} from '../draft/draft.js';
import {readFrontMatter} from '../draft/frontMatter.js';
import type {Config} from '../record/config.js';
import {houseNamed, settingsFor} from '../record/settings.js';
import {houseSeverity} from '../rules/houseSeverity.js';
import {rules} from '../rules/registry.generated.js';
import type {House} from '../rules/severity.js';
import type {Job} from './checkFile.js';
import type {ConfigFiles} from './configFiles.js';
import {formatOf, readDraft} from './readDraft.js';
import {version} from './version.js';

/** What applies to each file, as one JSON document: the house, where it comes from, and every rule. */
export async function effectiveConfig(jobs: readonly Job[], configs: ConfigFiles): Promise<string> {
  const files = [];
  for (const {path, text, house, config, within} of jobs) {
    const meta =
      formatOf(path) === 'markdown'
        ? readFrontMatter(text ?? (await readDraft(path).catch(() => ''))).meta
        : noMeta;
    const settings = settingsFor({
      asked: house,
      own: meta.house,
      config,
      path: within,
      genre: meta.genre,
      fallback: 'ap',
    });
    const file = await configs.of(path);
    const from = (key: string) => file?.origins[key] ?? null;
    files.push({
      path,
      config: file?.path ?? null,
      house: settings.house,
      houseFrom: houseOrigin(house, meta.house, config, settings.house) ?? from('house') ?? 'default',
      genre: meta.genre,
      phrases: (settings.phrases ?? []).map(({id, severity}) => ({id, severity})),
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
          return [
            rule.id,
            {severity, options, from: own ? (from(`rules.${rule.id}`) ?? 'overrides') : 'house'},
          ];
        }),
      ),
    });
  }
  return `${JSON.stringify({schema: 1, version, files}, null, 2)}\n`;
}

/** Who named the house, where it was not a settings file itself. */
function houseOrigin(
  asked: House | null,
  own: string | null,
  config: Config | null,
  house: House,
): string | null {
  if (asked) return '--house';
  if (houseNamed(own)) return 'front matter';
  return house === (config?.house ?? 'ap') ? null : 'overrides';
}
