/** Problems as the page shows them: where each stands, and the address that opens an editor there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BriefdeckError, isError, type Problem, UsageError } from '../core/problem.js';
import type { ShownProblem } from './messages.js';

export const DEFAULT_EDITOR = 'vscode://file/{file}:{line}:{column}';

/** What a browser would run, or show in the place of the preview. */
const REFUSED = /^(?:javascript|data|blob|file|https?):/i;

/** Throws {@link UsageError} where a text is no address of an editor. */
export function checkEditor(editor: string): string {
  if (!editor.includes('{file}') || !/^[a-z][a-z0-9+.-]*:/i.test(editor) || REFUSED.test(editor))
    throw new UsageError(
      `"${editor}" opens no file in an editor.`,
      `Give an address with {file}, and {line} and {column} if it takes them: ${DEFAULT_EDITOR}`,
    );
  return editor;
}

export function shownProblem(problem: Problem, editor: string): ShownProblem {
  const { code, message, hint, file, line, column, path: part } = problem;
  const name = file && path.relative('', file);
  const place = [name && name.length < file.length ? name : file, line, column].filter(
    (one) => one !== undefined,
  );
  return {
    code,
    severity: isError(problem) ? 'error' : 'warn',
    message,
    hint,
    place: [place.join(':'), part].filter((one) => one).join(' '),
    href: file !== undefined && existsSync(file) ? addressOf(problem, path.resolve(file), editor) : undefined,
  };
}

/** The problems that an error tells of. */
export function shownProblems(error: unknown, editor: string): ShownProblem[] {
  const unexpected = { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  const problems = error instanceof BriefdeckError ? error.problems : [unexpected];
  return problems.map((problem) => shownProblem(problem, editor));
}

/** `{file}` is the absolute path without the slash it begins with, as `vscode://file/` wants it. */
function addressOf({ line = 1, column = 1 }: Problem, file: string, editor: string): string {
  const parts = file.split(path.sep).map(encodeURIComponent).join('/').replace(/^\//, '').replace('%3A', ':');
  const values: Readonly<Record<string, string>> = { file: parts, line: `${line}`, column: `${column}` };
  return editor.replace(/\{(file|line|column)\}/g, (_, name: string) => values[name] ?? '');
}
