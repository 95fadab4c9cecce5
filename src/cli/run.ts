/**
 * Runs one command: writes to the streams it is given, and returns an exit code. Each command is a file in `commands/`;
 * `cli.ts` prints and exits.
 */
import { Command, CommanderError } from 'commander';
import { versions } from '../certificates/versions.js';
import { BriefdeckError, describeProblem, EXIT, isError } from '../core/problem.js';
import type { AddCommand, Cli, Stop, Streams } from './command.js';
import { count } from './table.js';
import { describeUnexpected } from './unexpected.js';

/** Every command, in the order of the help. Only the one that is called is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  build: async () => (await import('./commands/build.js')).addBuild,
  check: async () => (await import('./commands/check.js')).addCheck,
  explain: async () => (await import('./commands/explain.js')).addExplain,
  draft: async () => (await import('./commands/draft.js')).addDraft,
  review: async () => (await import('./commands/review.js')).addReview,
  preview: async () => (await import('./commands/preview.js')).addPreview,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  schema: async () => (await import('./commands/schema.js')).addSchema,
  init: async () => (await import('./commands/init.js')).addInit,
  eject: async () => (await import('./commands/eject.js')).addEject,
  templates: async () => (await import('./commands/templates.js')).addTemplates,
  doctor: async () => (await import('./commands/doctor.js')).addDoctor,
};

/** Runs one command. Never throws and never exits: the result is the exit code. */
export async function run(argv: readonly string[], streams: Streams, stop?: Stop): Promise<number> {
  let exitCode: number = EXIT.done;
  const exitWith = (code: number) => {
    exitCode = code;
  };
  try {
    const program = await createProgram({ streams, stop, exitWith }, namedIn(argv));
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return await report(error, streams, argv, stop?.signal);
  }
}

/** The names of the commands that a call needs: the one it names, none to say the version, else all, which help lists. */
function namedIn([first = '']: readonly string[]): readonly string[] | undefined {
  if (Object.hasOwn(COMMANDS, first)) return [first];
  return first === '--version' || first === '-V' ? [] : undefined;
}

/** The program with some of its commands, or with all. */
export async function createProgram(
  cli: Cli,
  names: readonly string[] = Object.keys(COMMANDS),
): Promise<Command> {
  const { streams } = cli;
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
  for (const add of await Promise.all(names.map((name) => COMMANDS[name]?.()))) add?.(program, cli);
  for (const command of program.commands) command.option('--debug', 'show the stack of an unexpected error');
  return program;
}

async function report(
  error: unknown,
  { out, err }: Streams,
  argv: readonly string[],
  signal?: AbortSignal,
): Promise<number> {
  if (signal?.aborted) return EXIT.stopped;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof BriefdeckError) {
    if (argv.includes('--sarif')) {
      const { sarifLog } = await import('./sarif.js');
      out.write(`${JSON.stringify(sarifLog(error.problems, versions().briefdeck ?? ''), null, 2)}\n`);
    } else if (argv.includes('--json'))
      out.write(`${JSON.stringify({ problems: error.problems }, null, 2)}\n`);
    else for (const problem of error.problems) err.write(`${describeProblem(problem)}\n`);
    if (error.exitCode === EXIT.fallsShort)
      err.write(`\n${count(error.problems.filter(isError).length, 'problem')}. Nothing was written.\n`);
    return error.exitCode;
  }
  err.write(describeUnexpected(error, argv));
  return EXIT.fallsShort;
}
