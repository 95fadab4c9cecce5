/**
 * Data to a Brief, or to all of its problems at once. A part that does not fit the schema is set aside,
 * so that what is left can still be checked against itself.
 */
import type { z } from 'zod';
import { BriefError, type Problem, suggest } from '../problem.js';
import { checkBrief } from './check.js';
import type { Reading } from './read.js';
import { type Brief, briefJsonSchema, briefSchema } from './schema.js';

/** Where in a brief a problem is: `claims[2].sources[0].id`. */
export function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** Throws {@link BriefError} with every problem of schema and of reference, in the order of the file. */
export function parseBrief(reading: Reading): Brief {
  const result = briefSchema.safeParse(reading.data);
  const problems: Problem[] = [];
  const report = (problem: Problem, path: readonly PropertyKey[], key?: string) => {
    problems.push({
      ...problem,
      file: reading.file,
      ...reading.placeOf(path, key),
      path: showPath(key === undefined ? path : [...path, key]),
    });
  };
  if (!result.success) reportIssues(result.error.issues, reading.data, report);

  const brief = result.success ? result.data : salvage(reading.data, result.error.issues);
  if (brief) checkBrief(brief, reading.data, report);
  if (problems.length > 0 || !result.success) {
    throw new BriefError(
      problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
    );
  }
  return result.data;
}

export type Report = (problem: Problem, path: readonly PropertyKey[], key?: string) => void;

function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  report: Report,
  base: readonly PropertyKey[] = [],
) {
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        report(
          { code: 'unknown-field', message: `unknown field "${key}"`, hint: suggest(key, fieldsAt(path)) },
          path,
          key,
        );
      }
    } else if (issue.code === 'invalid_union') {
      reportIssues(closestOption(issue.errors, valueAt(data, issue.path)), data, report, path);
    } else if (issue.code === 'invalid_key') {
      const key = String(path.at(-1));
      report({ code: 'bad-name', message: `"${key}": ${issue.issues[0]?.message ?? 'is no name'}` }, path);
    } else {
      report(describeIssue(issue, valueAt(data, issue.path)), path);
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
      return {
        code: 'wrong-type',
        message: `is ${typeName(value)}, not ${article(issue.expected)}`,
        hint: issue.expected === 'string' ? 'Put the text in quotes.' : undefined,
      };
    case 'invalid_value': {
      const known = issue.values.map(String).filter((label) => label !== 'TLP:WHITE');
      if (value === undefined)
        return { code: 'missing', message: 'is missing', hint: `One of: ${known.join(', ')}.` };
      const hint = suggest(String(value), known);
      const list = `One of: ${known.join(', ')}.`;
      return {
        code: 'unknown-word',
        message: `is ${JSON.stringify(value)}`,
        hint: hint?.startsWith('Did') ? `${hint} ${list}` : list,
      };
    }
    case 'too_big':
      return {
        code: 'too-long',
        message: `is over its limit of ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`,
      };
    case 'too_small':
      return {
        code: 'too-short',
        message: issue.message.startsWith('Too small')
          ? `is below its limit of ${issue.minimum}`
          : issue.message,
      };
    default:
      return { code: 'invalid', message: issue.message };
  }
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

function typeName(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return TYPE_NAMES[typeof value] ?? typeof value;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
}

/** Names of the fields that may stand at a path. */
function fieldsAt(path: readonly PropertyKey[]): string[] {
  let nodes: SchemaNode[] = [briefJsonSchema() as SchemaNode];
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
    if (field === undefined) {
      for (const key of issue.code === 'unrecognized_keys' ? issue.keys : []) delete copy[key];
      continue;
    }
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
