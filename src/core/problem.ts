/**
 * What can go wrong as expected: data first, so that a list of problems can be printed, counted or
 * written as JSON. Anything else that is thrown is a fault of briefdeck's own.
 */
import { closest, distance } from 'fastest-levenshtein';

/** One thing that falls short: what, where, and what to do about it. */
export interface Problem {
  /** Stable name of the rule, such as `unknown-source`. */
  code: string;
  /** An error, if not said. */
  severity?: 'error' | 'warn' | undefined;
  message: string;
  hint?: string | undefined;
  file?: string | undefined;
  /** From 1. */
  line?: number | undefined;
  /** From 1. */
  column?: number | undefined;
  /** Where in the brief: `claims[2].sources[0].id`. */
  path?: string | undefined;
  /** The deck: `harbour-bridge/public-short`. */
  deck?: string | undefined;
  /** Number of its slide. */
  slide?: number | undefined;
  /** Element of the slide, or file of the deck. */
  element?: string | undefined;
}

/** Whether a problem stops a build; a warning does not. */
export function isError(problem: Problem): boolean {
  return problem.severity !== 'warn';
}

/** Orders the problems of one file as they stand in it. */
export function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
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

/**
 * One problem as people read it: `file:line:column path: message [code]`, or `deck, slide 3, p.hedge: message [code]`,
 * and the hint on a line of its own.
 */
export function describeProblem(problem: Problem): string {
  const { file, line, column, path, deck, slide, element } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const where =
    deck === undefined
      ? [place, path].filter((part) => part).join(' ')
      : [deck, slide === undefined ? '' : `slide ${slide}`, element].filter((part) => part).join(', ');
  const hint = problem.hint ? `\n    ${printable(problem.hint)}` : '';
  const severity = isError(problem) ? '' : 'warning: ';
  return `${severity}${printable(`${where ? `${where}: ` : ''}${problem.message}`)} [${problem.code}]${hint}`;
}

/** Characters that a terminal acts on, or that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** A text on one line in which nothing is hidden: what a brief holds cannot move the cursor of who reads about it. */
function printable(text: string): string {
  return text.replace(UNPRINTABLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const MOST_SHOWN = 60;

/** A value of a brief in a message: in quotes if it is a text, and cut where it is long. */
export function show(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  return `"${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value}"`;
}

/** Names beyond this number are not searched for one like a misspelt one. */
const MOST_COMPARED = 1000;

/** The name nearest to a misspelt one, where one is near enough to be meant. Case does not count. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || known.length > MOST_COMPARED || name.length > MOST_SHOWN) return undefined;
  const lower = known.map((other) => other.toLowerCase());
  const word = name.toLowerCase();
  const candidate = closest(word, lower);
  const apart = distance(word, candidate);
  const isNear =
    apart <= Math.max(1, Math.floor(word.length / 3)) || (apart === 2 && isSwapped(word, candidate));
  return isNear ? known[lower.indexOf(candidate)] : undefined;
}

/** Whether two words differ by two letters that changed places: `titel`, `title`. */
function isSwapped(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('');
}

/** `Did you mean "deployed"?`, or the names there are where none is near and they are few. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const candidate = nearest(name, known);
  if (candidate !== undefined) return `Did you mean "${candidate}"?`;
  if (known.length === 0 || known.length > 40) return undefined;
  return `Known: ${known
    .filter((other) => other.length <= MOST_SHOWN)
    .sort()
    .join(', ')}.`;
}
