/**
 * The commands. Each loads what it needs when it is called, writes to the streams it is given, and returns an exit code;
 * `src/cli/main.ts` prints and exits.
 */
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { versions } from '../certificates/manifest.js';
import { BriefdeckError, describeProblem, EXIT, isError, type Problem, UsageError } from '../core/problem.js';
import { CONFIG, readConfig } from '../load/config.js';
import { type BuildOptions, type BuildResult, build, check, EDITIONS, FORMATS } from '../pipeline/build.js';
import type { Choice } from '../pipeline/project.js';
import { PAPERS } from '../render/handout.js';
import { formatSeconds } from '../words/dates.js';
import { explainPlan, planData } from './explain.js';
import { sarifLog } from './sarif.js';
import { count, table } from './table.js';
import { describeUnexpected } from './unexpected.js';

/** Where a command writes. Results go to `out`, everything else to `err`. */
export interface Streams {
  out: { write(text: string): unknown };
  err: { write(text: string): unknown };
  /** Told of each deck that is done. */
  progress(done: number, all: number, deck: string): void;
  /** Width of the terminal. */
  columns?: number | undefined;
}

/** How a command is stopped from outside. */
export interface Stop {
  signal: AbortSignal;
  /** Called when files are about to be written; throws where the command is stopped already. */
  onWrite(): void;
}

interface Flags {
  audience?: string[];
  length?: string[];
  format?: string[];
  edition?: string[];
  paper?: string;
  language?: string;
  theme?: string;
  templates?: string;
  rule?: string[];
  browser?: string;
  out: string;
  jobs?: number;
  json?: boolean;
  sarif?: boolean;
  debug?: boolean;
}

/** Runs one command. Never throws and never exits: the result is the exit code. */
export async function run(argv: readonly string[], streams: Streams, stop?: Stop): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = createProgram(streams, stop, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, streams, argv, stop?.signal);
  }
}

function createProgram(streams: Streams, stop: Stop | undefined, exitWith: (code: number) => void): Command {
  const program = new Command('briefdeck')
    .description('Builds slide decks from a brief: every length, every audience, HTML and PDF.')
    .version(versions().briefdeck ?? '')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: (text) => streams.err.write(text),
      getOutHelpWidth: () => streams.columns ?? 80,
      getErrHelpWidth: () => streams.columns ?? 80,
    })
    .showSuggestionAfterError();

  const print = (text: string) => streams.out.write(text);
  const warn = (problems: readonly Problem[]) => {
    for (const problem of problems) streams.err.write(`${describeProblem(problem)}\n`);
  };
  const printJson = (data: unknown) => print(`${JSON.stringify(data, null, 2)}\n`);

  choosing(
    program
      .command('build')
      .description('build decks')
      .argument('<brief...>', 'folder or file of a brief, or a folder of such folders'),
  )
    .addOption(list('--format <names>', `of ${FORMATS.join(', ')}; default: html,pdf`))
    .addOption(list('--edition <names>', `of ${EDITIONS.join(', ')}; default: audience,speaker`))
    .option('--paper <size>', `what a handout is printed on: ${PAPERS.join(' or ')}`)
    .option('--out <folder>', 'where the decks go', 'dist/decks')
    .option('--jobs <number>', 'families of decks made at a time', wholeNumber)
    .option('--json', 'print the result as JSON')
    .action(async (briefs: string[], flags: Flags) => {
      const options = { ...buildOptions(briefs, flags), ...stop, onProgress: streams.progress };
      const result = await build(options);
      warn(result.warnings);
      if (flags.json) printJson(result.decks.map((deck) => deck.manifest));
      else print(summary(result, flags.out));
    });

  choosing(program.command('check').description('every check, no decks').argument('<brief...>'))
    .option('--json', 'print the result as JSON')
    .option('--sarif', 'print what was found as SARIF 2.1.0')
    .action(async (briefs: string[], flags: Flags) => {
      const { decks, warnings } = await check({ ...choiceOf(briefs, flags), signal: stop?.signal });
      if (flags.sarif) printJson(sarifLog(warnings, versions().briefdeck ?? ''));
      else if (flags.json) printJson({ decks, problems: warnings });
      else {
        warn(warnings);
        const checked = decks
          .flatMap((deck) => Object.values(deck.rules))
          .reduce((sum, rule) => sum + rule.checked, 0);
        print(
          `${count(decks.length, 'deck')} checked: ${checked.toLocaleString('en')} checks passed, ` +
            `${count(warnings.length, 'warning')}.\n`,
        );
      }
    });

  choosing(
    program
      .command('explain')
      .description('what is in each deck, what is out, and why')
      .argument('<brief...>'),
  )
    .option('--json', 'print the plans as JSON')
    .action(async (briefs: string[], flags: Flags) => {
      const { explain } = await import('../pipeline/jobs.js');
      const plans = await explain(choiceOf(briefs, flags));
      if (flags.json) printJson(plans.map(planData));
      else print(plans.map(explainPlan).join('\n'));
    });

  program
    .command('verify')
    .description('hold decks that were built to their certificates')
    .argument('<folder>', 'output folder of a build')
    .argument('[brief...]', 'briefs that the decks were built from, to see whether those have moved on')
    .option('--json', 'print the result as JSON')
    .action(async (folder: string, briefs: string[], flags: Flags) => {
      const { verify } = await import('../certificates/verify.js');
      const { decks, files, problems } = await verify(folder, briefs);
      if (flags.json) printJson({ decks, files, problems });
      else {
        warn(problems);
        print(
          `${count(decks, 'deck')} and ${count(files, 'file')} verified, ${count(problems.length, 'problem')}.\n`,
        );
      }
      if (problems.length > 0) exitWith(EXIT.fallsShort);
    });

  program
    .command('schema')
    .description('the JSON Schema of a brief')
    .action(async () => {
      const { briefJsonSchema } = await import('../load/schema.js');
      printJson(briefJsonSchema());
    });

  program
    .command('init')
    .description('a project of your own: a sample brief, an audience, a brand')
    .argument('<folder>', 'new or empty')
    .action(async (folder: string) => {
      const { initProject } = await import('./init.js');
      for (const name of await initProject(folder)) print(`${path.join(folder, name)}\n`);
    });

  program
    .command('eject')
    .description('copy a built-in template, to be changed: slides/quote, themes/plain')
    .argument('<name...>')
    .option('--templates <folder>', `your template folder; default: that of ${CONFIG}, or "templates"`)
    .action(async (names: string[], flags: Flags) => {
      const { ejectTemplate } = await import('./templates.js');
      const folder = (await templatesOf(flags)) ?? 'templates';
      for (const name of names) print(`${await ejectTemplate(name, folder)}\n`);
    });

  program
    .command('templates')
    .description('every template file: whose it is, what it stands in for, and whether that has changed')
    .option('--templates <folder>', `your template folder; default: that of ${CONFIG}`)
    .option('--json', 'print the list as JSON')
    .action(async (flags: Flags) => {
      const { listTemplates, templateTable } = await import('./templates.js');
      const templates = await listTemplates(await templatesOf(flags));
      if (flags.json) printJson(templates);
      else print(templateTable(templates));
    });

  program
    .command('doctor')
    .description('which browser, canvas and fonts are used, and what to do when one is missing')
    .option('--browser <file>', 'browser to try')
    .option('--json', 'print the findings as JSON')
    .action(async (flags: Flags) => {
      const { examine } = await import('./doctor.js');
      const findings = await examine(flags.browser);
      if (flags.json) printJson(findings);
      else
        for (const { part, ok, found, hint } of findings)
          print(`${ok ? 'ok  ' : 'NO  '}${part.padEnd(10)}${found}${hint ? `\n    ${hint}` : ''}\n`);
      if (findings.some((finding) => !finding.ok)) exitWith(EXIT.machine);
    });

  for (const command of program.commands) command.option('--debug', 'show the stack of an unexpected error');
  return program;
}

/** Options of every command that chooses decks. */
function choosing(command: Command): Command {
  return command
    .addOption(list('--audience <names>', 'audiences, by comma; default: all'))
    .addOption(list('--length <names>', 'lengths, by comma; default: all'))
    .option('--language <tag>', "a language for every deck; default: each audience's own, else the brief's")
    .option('--theme <name>', "a theme for every deck; default: each audience's own")
    .option('--templates <folder>', 'a template folder of your own')
    .addOption(list('--rule <settings>', 'severities of rules, by comma: no-source=error'))
    .option('--browser <file>', 'browser that measures and prints');
}

function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    const names = value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    // An empty variable in a script is not a wish for every audience there is.
    if (names.length === 0)
      throw new UsageError(
        `${flags.split(' ')[0]} names nothing.`,
        'Name one or more, or "all", or leave it out.',
      );
    return names;
  });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`"${value}" is no number of jobs.`, 'Give a whole number from 1.');
  return number;
}

function buildOptions(briefs: string[], flags: Flags): BuildOptions {
  return {
    ...choiceOf(briefs, flags),
    out: flags.out,
    formats: flags.format,
    editions: flags.edition,
    paper: flags.paper,
    jobs: flags.jobs,
  };
}

function choiceOf(briefs: string[], flags: Flags): Choice {
  return {
    briefs,
    audiences: flags.audience,
    lengths: flags.length,
    language: flags.language,
    theme: flags.theme,
    templates: flags.templates,
    rules: flags.rule,
    config: CONFIG,
    browser: flags.browser,
  };
}

async function templatesOf(flags: Flags): Promise<string | undefined> {
  return flags.templates ?? (await readConfig(CONFIG)).templates;
}

/** A row a deck, and where to look. */
function summary({ decks, index }: BuildResult, out: string): string {
  const rows = decks.map(({ manifest, files }) => {
    const shown = files.find((file) => !file.endsWith('.json')) ?? '';
    return [
      `${manifest.brief.id} ${manifest.audience} ${manifest.length}`,
      String(manifest.slides.length),
      `${formatSeconds(manifest.seconds)}`,
      path.join(out, shown),
    ];
  });
  return `${table(['deck', 'slides', 'minutes', 'file'], rows)}\n${path.join(out, index)}\n`;
}

function report(
  error: unknown,
  { out, err }: Streams,
  argv: readonly string[],
  signal?: AbortSignal,
): number {
  if (signal?.aborted) return EXIT.stopped;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof BriefdeckError) {
    if (argv.includes('--sarif'))
      out.write(`${JSON.stringify(sarifLog(error.problems, versions().briefdeck ?? ''), null, 2)}\n`);
    else if (argv.includes('--json')) out.write(`${JSON.stringify({ problems: error.problems }, null, 2)}\n`);
    else for (const problem of error.problems) err.write(`${describeProblem(problem)}\n`);
    if (error.exitCode === EXIT.fallsShort)
      err.write(`\n${count(error.problems.filter(isError).length, 'problem')}. Nothing was written.\n`);
    return error.exitCode;
  }
  err.write(describeUnexpected(error, argv));
  return EXIT.fallsShort;
}
