/** `briefdeck eject` and `briefdeck templates`: which template files are one's own, and what they stand in for. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../core/folders.js';
import { sha256 } from '../core/hash.js';
import { suggest, UsageError } from '../core/problem.js';
import { loadTemplates, type TemplateFile } from '../load/templates.js';
import { table } from './table.js';

/** A template file, and how it stands to the built-in one of its name. */
export interface ListedTemplate {
  name: string;
  /** Where it is read from. */
  file: string;
  origin: 'built-in' | 'own';
  /** Whether it takes the place of a built-in one. */
  shadows: boolean;
  /**
   * Whether the built-in one is still what it was when this one was ejected; `undefined` where that is not recorded.
   */
  builtInChanged: boolean | undefined;
}

/** All templates in force, with those of `folder` over the built-in ones. */
export async function listTemplates(folder?: string): Promise<ListedTemplate[]> {
  const builtIn = await loadTemplates();
  const all = folder === undefined ? builtIn : await loadTemplates(folder);
  return [...all.values()].map(({ name, file, text, isBuiltIn }) => {
    const original = builtIn.get(name);
    if (isBuiltIn) return { name, file, origin: 'built-in', shadows: false, builtInChanged: undefined };
    const recorded = RECORD.exec(text)?.[1];
    return {
      name,
      file,
      origin: 'own',
      shadows: original !== undefined,
      builtInChanged:
        original === undefined || recorded === undefined
          ? undefined
          : recorded !== fingerprint(original.text),
    };
  });
}

/**
 * Copies a built-in template into `folder`, to be changed there; the copy records what it was made from. `name` may
 * leave the ending out: `slides/quote`. Throws {@link UsageError} where there is none, or where the folder has one.
 */
export async function ejectTemplate(name: string, folder: string): Promise<string> {
  const builtIn = await loadTemplates();
  const template = [...builtIn.values()].find((file) => file.name === name || stem(file.name) === name);
  if (!template) {
    const known = [...builtIn.keys()].map(stem);
    throw new UsageError(`There is no built-in template "${name}".`, suggest(name, known));
  }
  const file = path.join(folder, template.name);
  await makeFolder(path.dirname(file));
  try {
    await writeFile(file, `${recordOf(template)}\n${template.text}`, { flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    throw new UsageError(`There is a "${file}" already.`, 'Move it away first: nothing is overwritten.');
  }
  return file;
}

/** The list as a table. */
export function templateTable(templates: readonly ListedTemplate[]): string {
  const said = ({ origin, shadows, builtInChanged }: ListedTemplate) => {
    if (origin === 'built-in') return '';
    if (!shadows) return 'yours';
    if (builtInChanged === undefined) return 'in place of the built-in one';
    return `in place of the built-in one, which has ${builtInChanged ? 'CHANGED' : 'not changed'} since it was ejected`;
  };
  return table(
    ['template', 'from', ''],
    templates.map((template) => [
      template.name,
      template.origin === 'built-in' ? 'built-in' : template.file,
      said(template),
    ]),
  );
}

const RECORD = /ejected from briefdeck: [\w./-]+ ([0-9a-f]{16})/;

/** A comment in the file's own language. */
function recordOf({ name, text }: TemplateFile): string {
  const record = `ejected from briefdeck: ${name} ${fingerprint(text)}`;
  if (name.endsWith('.hbs')) return `{{!-- ${record} --}}`;
  return name.endsWith('.css') ? `/* ${record} */` : `# ${record}`;
}

function fingerprint(text: string): string {
  return sha256(text).slice(0, 16);
}

function stem(name: string): string {
  return name.replace(/\.(md\.hbs|css|yaml)$/, '');
}
