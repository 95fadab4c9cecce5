/** Helpers of one's own: functions of a module that `briefdeck.yaml` names. Nothing else can have code run. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BriefError } from '../core/problem.js';
import type { Config } from './config.js';

/** A function that a template calls with values of its fields. */
export type Helper = (...values: readonly unknown[]) => unknown;

/** The helpers of a project, by name. */
export interface Helpers {
  /** The module, as `briefdeck.yaml` names it, from the folder of the call. */
  file: string;
  functions: Readonly<Record<string, Helper>>;
}

/** Runs the module that the settings name; none where they name none. Throws {@link BriefError}. */
export async function loadHelpers(config: Config): Promise<Helpers | undefined> {
  if (config.helpers === undefined) return undefined;
  const file = path.join(path.dirname(config.file), config.helpers);
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new BriefError([
      {
        code: 'no-file',
        message: `there is no file "${config.helpers}"`,
        hint: `Helpers are found from the folder of ${path.basename(config.file)}: check the name, or add the file.`,
        file: config.file,
        ...config.placeOf(['helpers']),
        path: 'helpers',
      },
    ]);
  }
  const exported = await importModule(file);
  const functions = Object.entries(exported).filter(
    (entry): entry is [string, Helper] => typeof entry[1] === 'function',
  );
  if (functions.length === 0 || functions.some(([name]) => name === 'default')) {
    throw new BriefError([
      {
        code: 'helper',
        message: functions.length === 0 ? 'exports no function' : 'exports a function without a name',
        hint: 'A helper is "export function shout(value) { … }" in an ES module.',
        file,
      },
    ]);
  }
  return { file, functions: Object.fromEntries(functions) };
}

async function importModule(file: string): Promise<object> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const hint = error instanceof SyntaxError ? `"node --check ${file}" shows where.` : undefined;
    throw new BriefError([
      { code: 'helper', message: `does not load: ${message}`, hint, file, ...lineIn(file, error) },
    ]);
  }
}

/** Where in a module an error arose, as far as its stack tells. */
export function lineIn(file: string, error: unknown): { line?: number; column?: number } {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const after = stack.split(path.resolve(file)).at(1) ?? '';
  const [, line, column] = /^:(\d+)(?::(\d+))?/.exec(after) ?? [];
  return {
    ...(line !== undefined && { line: Number(line) }),
    ...(column !== undefined && { column: Number(column) }),
  };
}
