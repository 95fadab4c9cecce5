/**
 * What can go wrong as expected: data first, so that a list of problems can be printed, counted or
 * written as JSON. Anything else that is thrown is a fault of briefdeck's own.
 */
import { closest, distance } from 'fastest-levenshtein';

/** One thing that falls short: what, where, and what to do about it. */
export interface Problem {
  /** Stable name of the rule, such as `unknown-source`. */
  code: string;
  message: string;
  hint?: string | undefined;
  file?: string | undefined;
  /** From 1. */
  line?: number | undefined;
  /** From 1. */
  column?: number | undefined;
  /** Where in the brief: `claims[2].sources[0].id`. */
  path?: string | undefined;
}

/** Exit codes of the command line. */
export const EXIT = { done: 0, fallsShort: 1, usage: 2, machine: 3, stopped: 130 } as const;

/** An expected failure. `exitCode` says of which sort: see {@link EXIT}. */
export class BriefdeckError extends Error {
  override readonly name: string = 'BriefdeckError';
  readonly problems: readonly Problem[];
  readonly exitCode: number;

  constructor(problems: readonly Problem[], exitCode: number) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** The brief, a template or a deck falls short (exit 1). */
export class BriefError extends BriefdeckError {
  override readonly name = 'BriefError';
  constructor(problems: readonly Problem[]) {
    super(problems, EXIT.fallsShort);
  }
}

/** The call is wrong (exit 2). */
export class UsageError extends BriefdeckError {
  override readonly name = 'UsageError';
  constructor(message: string, hint?: string) {
    super([{ code: 'usage', message, hint }], EXIT.usage);
  }
}

/** Something on the machine is missing (exit 3). */
export class MachineError extends BriefdeckError {
  override readonly name = 'MachineError';
  constructor(code: string, message: string, hint: string) {
    super([{ code, message, hint }], EXIT.machine);
  }
}

/** One problem as people read it: `file:line:column path: message. Hint.` */
export function describeProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const where = [place, problem.path].filter((part) => part).join(' ');
  const hint = problem.hint ? `\n    ${problem.hint}` : '';
  return `${where ? `${where}: ` : ''}${problem.message} [${problem.code}]${hint}`;
}

/** The name nearest to a misspelt one, where one is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(1, Math.floor(name.length / 3)) ? candidate : undefined;
}

/** `did you mean "deployed"?`, or the names there are where none is near and they are few. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const candidate = nearest(name, known);
  if (candidate !== undefined) return `Did you mean "${candidate}"?`;
  if (known.length === 0) return undefined;
  return known.length <= 12 ? `Known: ${[...known].sort().join(', ')}.` : undefined;
}
