/**
 * The template folders: layouts, themes, audiences, lengths, words. A project's own folder is looked at first
 * and falls back to the built-in one file by file. All is read once, so that every later stage is pure.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BriefError, UsageError } from '../core/problem.js';
import { describeUnread, readRegular, type Unsaved } from './files.js';
import { LIMITS } from './limits.js';

export interface TemplateFile {
  /** Name below the folder, with slashes: `slides/quote.md.hbs`. */
  name: string;
  /** Where it was read from, for messages. */
  file: string;
  text: string;
  isBuiltIn: boolean;
}

/** Every template file in force, by name. */
export type Templates = ReadonlyMap<string, TemplateFile>;

const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));
const ENDINGS = ['.hbs', '.css', '.yaml'];

/** Reads the built-in templates, and over them those of `folder`. */
export async function loadTemplates(folder?: string, unsaved?: Unsaved): Promise<Templates> {
  const templates = new Map<string, TemplateFile>();
  for (const root of [BUILT_IN, ...(folder === undefined ? [] : [folder])]) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
      throw new UsageError(`There is no template folder "${root}".`, 'Name a folder with --templates.');
    });
    for (const entry of entries) {
      // Links are left alone: editors keep their locks in them.
      if (entry.isDirectory() || entry.isSymbolicLink() || !ENDINGS.includes(path.extname(entry.name)))
        continue;
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(root, file).split(path.sep).join('/');
      // A project to begin with (`briefdeck init`) is no template.
      if (name.startsWith('starter/')) continue;
      const isBuiltIn = root === BUILT_IN;
      const shown = isBuiltIn ? `templates/${name}` : file;
      templates.set(name, { name, file: shown, text: await textOf(file, unsaved), isBuiltIn });
    }
  }
  return new Map([...templates].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function textOf(file: string, unsaved: Unsaved | undefined): Promise<string> {
  try {
    return (await readRegular(file, LIMITS.templateBytes, unsaved)).toString('utf8');
  } catch (error) {
    throw new BriefError([{ ...describeUnread(error, path.basename(file), 'its folder'), file }]);
  }
}

/** Names in a folder of the templates, without folder and ending: `audiences` → analyst, executive, public. */
export function namesIn(templates: Templates, folder: string, ending: string): string[] {
  return [...templates.keys()]
    .filter((name) => path.posix.dirname(name) === folder && name.endsWith(ending))
    .map((name) => path.posix.basename(name, ending));
}

/** What a folder inside the template folder may hold for an audience. */
const SHADOWING = /^(?:slides|partials|themes)\/|^deck\.md\.hbs$/;

/** Names of the files of a folder that go before others, without the folder: `slides/quote.md.hbs`. */
export function namesUnder(templates: Templates, folder: string): string[] {
  return [...templates.keys()]
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1))
    .filter((name) => SHADOWING.test(name));
}

/** The templates with those of a folder before the others of their names. */
export function templatesWith(templates: Templates, folder: string | undefined): Templates {
  if (folder === undefined) return templates;
  const own = namesUnder(templates, folder).flatMap((name) => {
    const template = templates.get(`${folder}/${name}`);
    return template ? [[name, template] as const] : [];
  });
  return new Map([...templates, ...own]);
}
