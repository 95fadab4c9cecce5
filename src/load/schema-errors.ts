/** What a schema says of data, in plain words: whoever writes a brief or a profile need not know the schema's library. */
import type { z } from 'zod';
import { type Problem, show, suggest } from '../core/problem.js';
import { below, nodeOf, optionsOf, type SchemaNode } from './schema-tree.js';

export type Path = readonly PropertyKey[];

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

export type Report = (problem: Problem, path: Path, key?: string) => void;

/** The one name that an object cannot be given like any other: a schema passes over it in silence. */
const PROTO = '__proto__';

/** Reports every such name; what several aliases stand for is looked at once. */
export function reportProto(data: unknown, report: Report): void {
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

/** Reports each issue of some data in plain words; the schema knows the names that a misspelt one may have meant. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  schema: z.ZodType,
  report: Report,
  base: Path = [],
): void {
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, path);
      for (const key of issue.keys) {
        if (key === PROTO) continue;
        report(
          { code: 'unknown-field', message: `unknown field ${show(key)}`, hint: suggest(key, known) },
          path,
          key,
        );
      }
    } else if (issue.code === 'invalid_union') {
      reportIssues(closestOption(issue.errors, valueAt(data, path)), data, schema, report, path);
    } else if (issue.code === 'invalid_key') {
      const key = String(path.at(-1));
      const [why] = issue.issues;
      const message =
        why?.code === 'too_big'
          ? `is over ${why.maximum} characters long`
          : (why?.message ?? 'cannot be used');
      report({ code: 'bad-name', message: `the name ${message}` }, path.slice(0, -1), key);
    } else {
      report(describeIssue(issue, valueAt(data, path)), path);
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
      return outOfBounds(value, issue.inclusive === false ? 'less than' : 'at most', issue.maximum);
    case 'too_small':
      return outOfBounds(value, issue.inclusive === false ? 'more than' : 'at least', issue.minimum);
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

function outOfBounds(value: unknown, relation: string, limit: number | bigint): Problem {
  if (typeof value === 'string') {
    if (value.trim() === '') return { code: 'empty', message: 'is empty' };
    return { code: 'too-long', message: `has ${value.length} characters; ${relation} ${limit} are allowed` };
  }
  if (Array.isArray(value)) {
    return value.length === 0
      ? { code: 'empty', message: 'is empty', hint: 'Give one, or leave the field out.' }
      : {
          code: 'wrong-length',
          message: `has ${value.length} in it; ${relation} ${limit} are ${relation === 'at least' ? 'needed' : 'allowed'}`,
        };
  }
  return { code: 'out-of-range', message: `is ${shown(value)}; ${relation} ${limit} is allowed` };
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
    return Array.isArray(value)
      ? 'A text that starts with a bracket stands in quotes.'
      : 'A text that starts with a brace stands in quotes; one in several languages is { en: …, uk: … }.';
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

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}

/** Names of the fields that may stand at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const nodes = path.reduce<SchemaNode[]>((at, key) => below(at, key), optionsOf(nodeOf(schema)));
  return nodes.flatMap((node) => node.propertyNames?.enum ?? Object.keys(node.properties ?? {}));
}
