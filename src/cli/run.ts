/**
 * Runs one command: writes to the streams it is given, and returns an exit code. Each command is a file in `commands/`;
 * `cli.ts` prints and exits.
 */
import { Command, CommanderError } from 'commander';
import { versions } from '../certificates/manifest.js';
import { BriefdeckError, describeProblem, EXIT, isError } from '../core/problem.js';
import type { AddCommand, Cli, Stop, Streams } from './command.js';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import { addDoctor } from './commands/doctor.js';
import { addDraft } from './commands/draft.js';
import { addEject } from './commands/eject.js';
import { addExplain } from './commands/explain.js';
import { addInit } from './commands/init.js';
import { addReview } from './commands/review.js';
import { addSchema } from './commands/schema.js';
import { addTemplates } from './commands/templates.js';
import { addVerify } from './commands/verify.js';
import { sarifLog } from './sarif.js';
import { count } from './table.js';
import { describeUnexpected } from './unexpected.js';

/** Every command, in the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addBuild,
  addCheck,
  addExplain,
  addDraft,
  addReview,
  addVerify,
  addSchema,
  addInit,
  addEject,
  addTemplates,
  addDoctor,
];

/** Runs one command. Never throws and never exits: the result is the exit code. */
export async function run(argv: readonly string[], streams: Streams, stop?: Stop): Promise<number> {
  let exitCode: number = EXIT.done;
  const exitWith = (code: number) => {
    exitCode = code;
  };
  const program = createProgram({ streams, stop, exitWith });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, streams, argv, stop?.signal);
  }
}

/** The program with all its commands. */
export function createProgram(cli: Cli): Command {
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
  for (const add of COMMANDS) add(program, cli);
  for (const command of program.commands) command.option('--debug', 'show the stack of an unexpected error');
  return program;
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
