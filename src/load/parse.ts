/**
 * Data to a Brief, or to all of its problems at once. A part that does not fit the schema is set aside,
 * so that what is left can still be checked against itself.
 */
import type { z } from 'zod';
import type { Problem } from '../core/problem.js';
import { withDerived } from './derived.js';
import { inLanguage, isTranslations, ownLanguage, translationsIn } from './languages.js';
import { LIMITS } from './limits.js';
import type { Reading } from './read.js';
import { checkBrief } from './references.js';
import { type Brief, briefSchema } from './schema.js';
import { type Report, reportIssues, reportProto, showPath, valueAt } from './schema-errors.js';

/** A brief, and what is wrong with it. */
export interface Parsed {
  /** Without its broken parts, which leave holes in their lists; `undefined` where nothing is left. */
  brief: Brief | undefined;
  /** The brief in each other language that any of its texts is given in. */
  translations: ReadonlyMap<string, Brief>;
  problems: Problem[];
}

const SEE_SCHEMA = 'briefdeck schema shows what a brief holds.';

/** Every problem of schema and of reference, and the brief as far as it goes. */
export function parseBrief(reading: Reading): Parsed {
  const problems: Problem[] = [];
  const own = ownLanguage(reading.data);
  const reportIn =
    (language: string): Report =>
    (problem, path, key) => {
      const isTranslated = key === undefined && isTranslations(valueAt(reading.data, path));
      // What is written once is told of once.
      if (language !== own && !isTranslated) return;
      const isMissing = isTranslated && problem.code === 'missing';
      const at = isTranslated && !isMissing ? [...path, language] : path;
      const told = isMissing
        ? {
            ...problem,
            message: `has no text in "${own}", the language of the brief`,
            hint: `Add "${own}:" to it, or set "language:" to the one that every text is given in.`,
          }
        : problem;
      problems.push({
        ...told,
        hint: told.hint ?? (path.length === 0 && key === undefined ? SEE_SCHEMA : undefined),
        file: reading.file,
        ...reading.placeOf(at, key),
        path: showPath(key === undefined ? at : [...at, key]),
      });
      if (problems.length > LIMITS.problems) throw new Enough();
    };
  try {
    const brief = parseIn(inLanguage(reading.data, own), reading.data, reportIn(own));
    reportProto(reading.data, reportIn(own));
    const languages = translationsIn(reading.data);
    refuseLanguages(languages, reportIn(own));
    const translations = new Map(
      languages.slice(0, LIMITS.languages - 1).flatMap((language): [string, Brief][] => {
        const brief = parseIn(inLanguage(reading.data, language), reading.data, reportIn(language));
        return brief ? [[language, brief]] : [];
      }),
    );
    return { brief, translations, problems };
  } catch (error) {
    if (error instanceof Enough) return { brief: undefined, translations: new Map(), problems };
    throw error;
  }
}

/** There are more problems than are told: no time is spent on finding the others. */
class Enough extends Error {}

/** Each language is a brief of its own to check. */
function refuseLanguages(languages: readonly string[], report: Report): void {
  if (languages.length < LIMITS.languages) return;
  const message = `has texts in ${languages.length + 1} languages; at most ${LIMITS.languages} are allowed`;
  report({ code: 'too-many', message, hint: 'Make a brief of its own for some of them.' }, []);
}

/** A brief in one language, as far as it goes. `written` is what was read, so that a broken item still counts as known. */
function parseIn(data: unknown, written: unknown, report: Report): Brief | undefined {
  const result = briefSchema.safeParse(data);
  if (!result.success) reportIssues(result.error.issues, data, briefSchema, report);
  const brief = result.success ? result.data : salvage(data, result.error.issues);
  if (!brief) return undefined;
  checkBrief(brief, written, report);
  return withDerived(brief, report);
}

/** What stands in for a missing or broken top-level text while the rest is checked. */
const STAND_IN: Readonly<Record<string, unknown>> = {
  id: 'brief',
  title: '…',
  asOf: '2000',
  bottomLine: '…',
};

/** The brief without its broken parts, or `undefined` where nothing is left to check. */
function salvage(data: unknown, issues: readonly z.core.$ZodIssue[]): Brief | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const copy = structuredClone(data) as Record<string, unknown>;
  const dropped = new Map<unknown[], Set<number>>();
  for (const issue of issues) {
    const [field, entry] = issue.path;
    if (issue.code === 'unrecognized_keys') {
      const part = valueAt(copy, issue.path);
      if (typeof part === 'object' && part !== null)
        for (const key of issue.keys) delete (part as Record<string, unknown>)[key];
      continue;
    }
    if (field === undefined) return undefined;
    const name = String(field);
    const part = copy[name];
    if (Array.isArray(part) && typeof entry === 'number') {
      dropped.set(part, (dropped.get(part) ?? new Set()).add(entry));
    } else if (typeof part === 'object' && part !== null && entry !== undefined && !(name in STAND_IN)) {
      delete (part as Record<PropertyKey, unknown>)[entry];
    } else if (name in STAND_IN) {
      copy[name] = STAND_IN[name];
    } else {
      delete copy[name];
    }
  }
  // Emptied, not removed, so that the places of the others stay true.
  for (const [list, entries] of dropped) for (const entry of entries) delete list[entry];
  const holes = new Map<string, number[]>();
  for (const [name, part] of Object.entries(copy)) {
    if (!Array.isArray(part)) continue;
    holes.set(
      name,
      [...part.keys()].filter((i) => i in part),
    );
    copy[name] = part.filter((_, i) => i in part);
  }
  const result = briefSchema.safeParse(copy);
  return result.success ? restoreHoles(result.data, holes) : undefined;
}

/** Puts each surviving item back at its place in the file, so that paths stay true. */
function restoreHoles(brief: Brief, places: ReadonlyMap<string, readonly number[]>): Brief {
  const lists = brief as unknown as Record<string, unknown>;
  for (const [name, indexes] of places) {
    const dense = lists[name];
    if (!Array.isArray(dense)) continue;
    const sparse: unknown[] = [];
    dense.forEach((item, i) => {
      sparse[indexes[i] ?? i] = item;
    });
    lists[name] = sparse;
  }
  return brief;
}
