/** What every command is given, and the options that several of them share. */
import { type Command, Option } from 'commander';
import { describeProblem, type Problem, UsageError } from '../core/problem.js';
import { CONFIG, readConfig } from '../load/config.js';
import type { Choice } from '../pipeline/project.js';
import type { SessionOptions } from '../pipeline/resources.js';

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

/** What a command works with. */
export interface Cli {
  streams: Streams;
  stop: Stop | undefined;
  /** Sets the exit code of a command that ends well and has something to say by it. */
  exitWith(code: number): void;
}

/** Adds a command to the program. Each loads what it needs when it is called. */
export type AddCommand = (program: Command, cli: Cli) => void;

export function print({ streams }: Cli, text: string): void {
  streams.out.write(text);
}

export function printJson(cli: Cli, data: unknown): void {
  print(cli, `${JSON.stringify(data, null, 2)}\n`);
}

export function warn({ streams }: Cli, problems: readonly Problem[]): void {
  for (const problem of problems) streams.err.write(`${describeProblem(problem)}\n`);
}

/** Flags of every command that chooses decks. */
export interface ChoiceFlags {
  audience?: string[];
  length?: string[];
  language?: string;
  theme?: string;
  templates?: string;
  rule?: string[];
  browser?: string;
}

/** Adds the options by which decks are chosen. */
export function choosing(command: Command): Command {
  return command
    .addOption(list('--audience <names>', 'audiences, by comma; default: all'))
    .addOption(list('--length <names>', 'lengths, by comma; default: all'))
    .option('--language <tag>', "a language for every deck; default: each audience's own, else the brief's")
    .option('--theme <name>', "a theme for every deck; default: each audience's own")
    .option('--templates <folder>', 'a template folder of your own')
    .addOption(list('--rule <settings>', 'severities of rules, by comma: no-source=warn'))
    .option('--browser <file>', 'browser that measures and prints');
}

/** An option whose value is a list, by comma. */
export function list(flags: string, description: string): Option {
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

export function choiceOf(briefs: string[], flags: ChoiceFlags): Choice & SessionOptions {
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

/** The template folder of a call: the one named, or that of the settings. */
export async function templatesOf(flags: { templates?: string }): Promise<string | undefined> {
  return flags.templates ?? (await readConfig(CONFIG)).templates;
}
