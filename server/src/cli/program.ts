import {Command, CommanderError, InvalidArgumentError, Option} from 'commander';
import {closest} from '../record/closest.js';
import {houseNamed} from '../record/settings.js';
import {type House, houses} from '../rules/severity.js';
import type {AnalyzeOptions} from './analyze.js';
import type {CheckOptions} from './check.js';
import {exitCodes, Failure} from './failure.js';
import {formatNames} from './formats/format.js';
import type {InitOptions} from './init.js';
import {tell} from './output.js';
import type {ReportOptions} from './report.js';
import type {RulesOptions} from './rules.js';
import {failOn} from './severities.js';
import {version} from './version.js';

/**
 * Does what the arguments say. Each command is loaded when it is asked for, so that help comes at once.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.clean;
  const done = (result: number) => {
    code = result;
  };
  const program = new Command('onrecord')
    .description(
      'Reads news drafts and says which claims still need a source, and on whose word each statement rests.',
    )
    .version(version)
    .configureHelp({showGlobalOptions: true})
    .showHelpAfterError('Add --help for what can be said here.')
    .exitOverride();

  program
    .command('check')
    .description('findings in files, folders and globs; - reads standard input')
    .argument('[paths...]', 'files, folders or globs (default: this folder)')
    .addOption(new Option('--format <format>', 'how to print').choices(formatNames).default('pretty'))
    .option('--house <name>', 'the house style, whatever the drafts and onrecord.yml say', house)
    .option('--config <file>', 'use this onrecord.yml for every draft')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(failOn)
        .default('error'),
    )
    .option('--fix', 'make the safe fixes in the files')
    .option('--jobs <n>', 'check as many files at once', count, 1)
    .option('--baseline <file>', 'leave out findings in this output of an earlier "check --format json"')
    .option('--changed-since <rev>', 'only findings in lines changed since this git revision')
    .option(
      '--stdin-filename <name>',
      'what standard input would be called: tells its format and onrecord.yml',
    )
    .option('--print-config', 'print what applies to each file instead of checking it')
    .action(async (paths: string[], options: CheckOptions) => {
      done(await (await import('./check.js')).check(paths, options));
    });

  program
    .command('analyze')
    .description('what the engine understood, as JSON: sentences, attributions, sources, claims')
    .argument('<files...>', 'files, folders or globs; - reads standard input')
    .addOption(
      new Option('--format <format>', 'ndjson: one line a file').choices(['json', 'ndjson']).default('json'),
    )
    .option('--stdin-filename <name>', 'what standard input would be called: tells its format')
    .action(async (files: string[], options: AnalyzeOptions) => {
      done(await (await import('./analyze.js')).analyze(files, options));
    });

  program
    .command('report')
    .description('the sourcing report of each file')
    .argument('<files...>', 'files, folders or globs; - reads standard input')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['markdown', 'json']).default('markdown'),
    )
    .option('--house <name>', 'the house style, whatever the drafts and onrecord.yml say', house)
    .option(
      '--stdin-filename <name>',
      'what standard input would be called: tells its format and onrecord.yml',
    )
    .action(async (files: string[], options: ReportOptions) => {
      done(await (await import('./report.js')).report(files, options));
    });

  program
    .command('rules')
    .description('every rule, with its severity in each house style and its page; or a trial of your own')
    .argument('[paths...]', 'with --try: the stories, files, folders or globs (default: this folder)')
    .option('--try <file>', 'what the rules of this settings file would flag in the stories')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .action(async (paths: string[], options: RulesOptions & {readonly try?: string}) => {
      const {try: file, format} = options;
      if (file !== undefined) done(await (await import('./tryRules.js')).tryRules(file, paths, format));
      else if (paths.length > 0)
        throw new Failure('Stories are for --try FILE; without it, "rules" only lists.');
      else done((await import('./rules.js')).rules(options));
    });

  program
    .command('init')
    .description('write a starter onrecord.yml and sources.yml, never over an existing file')
    .option('--house <name>', 'the house style to start with', house, 'ap')
    .action(async (options: InitOptions) => {
      done(await (await import('./init.js')).init(options));
    });

  program
    .command('lsp')
    .description('the language server, for any editor')
    .requiredOption('--stdio', 'speak over standard input and output')
    // Editors add arguments of their own.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      (await import('../lsp/node.js')).startStdio();
    });

  try {
    await program.parseAsync(args, {from: 'user'});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.trouble;
    if (!(error instanceof Failure)) throw error;
    tell(`onrecord: ${error.message}`);
    return exitCodes.trouble;
  }
  return code;
}

function house(name: string): House {
  const known = houseNamed(name);
  if (known) return known;
  const meant = closest(name, houses);
  throw new InvalidArgumentError(meant ? `Did you mean "${meant}"?` : `The houses are ${houses.join(', ')}.`);
}

function count(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1 || number > 256)
    throw new InvalidArgumentError('It should be a number from 1.');
  return number;
}
