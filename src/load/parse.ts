/**
 * Data to a Brief, or to all of its problems at once. A part that does not fit the schema is set aside,
 * so that what is left can still be checked against itself.
 */
import type { z } from 'zod';
import { type Problem, show, suggest } from '../problem.js';
import { checkBrief } from './check.js';
import type { Reading } from './read.js';
import { type Brief, briefJsonSchema, briefSchema } from './schema.js';

type Path = readonly PropertyKey[];

/** Where in a brief a problem is: `claims[2].sources[0].id`. */
export function showPath(path: Path): string {
  return path
    .map((part, i) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = String(part);
      return /^[\w-]{1,64}$/.test(name) ? `${i > 0 ? '.' : ''}${name}` : `[${show(name)}]`;
    })
    .join('');
}

/** A brief, and what is wrong with it. */
export interface Parsed {
  /** Without its broken parts, which leave holes in their lists; `undefined` where nothing is left. */
  brief: Brief | undefined;
  problems: Problem[];
}

export type Report = (problem: Problem, path: Path, key?: string) => void;

/** Every problem of schema and of reference, and the brief as far as it goes. */
export function parseBrief(reading: Reading): Parsed {
  const result = briefSchema.safeParse(reading.data);
  const problems: Problem[] = [];
  const report: Report = (problem, path, key) => {
    problems.push({
      ...problem,
      file: reading.file,
      ...reading.placeOf(path, key),
      path: showPath(key === undefined ? path : [...path, key]),
    });
  };
  if (!result.success) reportIssues(result.error.issues, reading.data, report);
  refuseProto(reading.data, report);

  const brief = result.success ? result.data : salvage(reading.data, result.error.issues);
  if (brief) checkBrief(brief, reading.data, report);
  return { brief, problems };
}

/** The one name that an object cannot be given like any other: the schema would pass over it in silence. */
const PROTO = '__proto__';

function refuseProto(data: unknown, report: Report): void {
  const seen = new Set<unknown>();
  const walk = (value: unknown, path: Path) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (Object.hasOwn(value, PROTO))
      report({ code: 'bad-name', message: `"${PROTO}" cannot be a name` }, path, PROTO);
    for (const [key, part] of Object.entries(value))
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  walk(data, []);
}

function reportIssues(issues: readonly z.core.$ZodIssue[], data: unknown, report: Report, base: Path = []) {
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(path);
      for (const key of issue.keys) {
        if (key === PROTO) continue;
        report(
          { code: 'unknown-field', message: `unknown field ${show(key)}`, hint: suggest(key, known) },
          path,
          key,
        );
      }
    } else if (issue.code === 'invalid_union') {
      reportIssues(closestOption(issue.errors, valueAt(data, path)), data, report, path);
    } else if (issue.code === 'invalid_key') {
      const key = String(path.at(-1));
      const why = issue.issues[0]?.message ?? 'cannot be used';
      report(
        {
          code: 'bad-name',
          message: `the name ${why.startsWith('Too big') ? 'is over 64 characters long' : why}`,
        },
        path.slice(0, -1),
        key,
      );
    } else {
      const problem = describeIssue(issue, valueAt(data, path));
      report(
        path.length === 0 ? { ...problem, hint: 'briefdeck schema shows what a brief holds.' } : problem,
        path,
      );
    }
  }
}

/** Of the options of a union, the one meant: the object's issues for an object, the text's for a text. */
function closestOption(options: readonly z.core.$ZodIssue[][], value: unknown): readonly z.core.$ZodIssue[] {
  const isObject = typeof value === 'object' && value !== null;
  const wrongType = (issues: readonly z.core.$ZodIssue[]) =>
    issues.some(
      (issue) =>
        issue.path.length === 0 &&
        issue.code === 'invalid_type' &&
        (issue.expected === 'object') !== isObject,
    );
  return (
    options.find(
      (issues) => !wrongType(issues) && !issues.some((i) => i.path.length === 0 && i.code === 'invalid_type'),
    ) ??
    options[0] ??
    []
  );
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): Problem {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined)
        return { code: 'missing', message: 'is missing', hint: `Give ${article(issue.expected)}.` };
      if (typeof value === 'number' && !Number.isFinite(value))
        return { code: 'wrong-type', message: 'is no finite number' };
      return {
        code: 'wrong-type',
        message: `is ${shown(value)}, not ${article(issue.expected)}`,
        hint: typeHint(issue.expected, value),
      };
    case 'invalid_value': {
      const known = issue.values.map(String).filter((label) => label !== 'TLP:WHITE');
      const list = `One of: ${known.join(', ')}.`;
      if (value === undefined) return { code: 'missing', message: 'is missing', hint: list };
      const hint = suggest(String(value), known);
      return {
        code: 'unknown-word',
        message: `is ${shown(value)}, which is not one of its words`,
        hint: hint?.startsWith('Did') ? `${hint} ${list}` : list,
      };
    }
    case 'too_big':
      return outOfBounds(value, issue.maximum, 'most');
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? outOfBounds(value, issue.minimum, 'least')
        : { code: 'empty', message: issue.message };
    default: {
      // `is no date: …` says more with the text that is none.
      const named = typeof value === 'string' && issue.message.startsWith('is no');
      return {
        code: 'invalid',
        message: named ? `is ${show(value)}, which ${issue.message}` : issue.message,
      };
    }
  }
}

function outOfBounds(value: unknown, limit: number | bigint, end: 'least' | 'most'): Problem {
  if (typeof value === 'string')
    return { code: 'too-long', message: `has ${value.length} characters, at ${end} ${limit} are allowed` };
  if (Array.isArray(value))
    return value.length === 0
      ? { code: 'empty', message: 'is empty', hint: 'Give one, or leave the field out.' }
      : { code: 'wrong-length', message: `has ${value.length} in it, not ${limit}` };
  return { code: 'out-of-range', message: `is ${shown(value)}, at ${end} ${limit} is allowed` };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'a group of fields',
  record: 'a group of named entries',
  array: 'a list',
  tuple: 'a pair [low, high]',
  boolean: 'true or false',
};

function article(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function typeHint(expected: string, value: unknown): string | undefined {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (expected === 'string' && isPlain) return 'Put the text in quotes.';
  if (expected === 'string' && typeof value === 'object' && value !== null)
    return 'A text that starts with a bracket or a brace stands in quotes.';
  if (expected === 'number' && typeof value === 'string')
    return 'Write the digits alone, without quotes and without separators.';
  if (expected === 'array' && typeof value === 'string') return 'Put it in brackets: [a, b].';
  return undefined;
}

/** A value as a message names it: a plain one by itself, a list or group by its kind. */
function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return show(value);
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
}

let schema: SchemaNode | undefined;

/** Names of the fields that may stand at a path. */
function fieldsAt(path: Path): string[] {
  schema ??= briefJsonSchema() as SchemaNode;
  let nodes: SchemaNode[] = [schema];
  const open = (node: SchemaNode): SchemaNode[] => (node.anyOf ? node.anyOf.flatMap(open) : [node]);
  for (const key of path) {
    nodes = nodes.flatMap(open).flatMap((node) => {
      const next =
        typeof key === 'number' ? node.items : (node.properties?.[String(key)] ?? node.additionalProperties);
      return typeof next === 'object' ? [next] : [];
    });
  }
  return nodes.flatMap(open).flatMap((node) => Object.keys(node.properties ?? {}));
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
