/**
 * What an SVG costs to draw, counted before anything draws it: a few kilobytes of references to references would keep
 * a browser busy for hours. Each element counts as often as it is referred to.
 */
import { decodeXML } from 'entities';
import type { Problem } from '../core/problem.js';
import { LIMITS } from './limits.js';
import { checkImage } from './pixels.js';

interface Element {
  /** Ids of what its attributes refer to. */
  refers: string[];
  classes: string[];
  children: Element[];
}

interface Tree {
  root: Element;
  byId: ReadonlyMap<string, Element>;
  /** Ids of what style sheets refer to, by class. */
  byClass: ReadonlyMap<string, string[]>;
}

/** Elements inside each other, or referred to one by the other. */
const DEEPEST = 100;

/** What keeps an SVG from being drawn; `undefined` for one that can be. */
export function checkVector(bytes: Uint8Array): Problem | undefined {
  const fail = (code: string, message: string): Problem => ({
    code,
    message,
    hint: 'Export it again as plain SVG: shapes, no style rules but for classes.',
  });
  const text = Buffer.from(bytes).toString('utf8');
  for (const [, type = '', data = ''] of text.matchAll(/["'(]\s*data:([^,"'()]{0,200}),([^,"')]*)/gi)) {
    const isPicture = /;base64$/i.test(type) && checkImage(Buffer.from(data, 'base64')) === undefined;
    if (!isPicture) return fail('bad-svg', 'has a picture inside that may not be decoded');
  }
  const tree = readTree(text);
  if (!tree) return fail('bad-svg', 'is no SVG that can be read');
  if (costOf(tree) > LIMITS.vectorElements)
    return fail(
      'too-large',
      `draws over ${LIMITS.vectorElements.toLocaleString('en')} elements, each counted as often as it is referred to`,
    );
  return undefined;
}

/** A tag with its attributes, a comment, or another thing between angle brackets. Elsewhere XML has no `<`. */
const TAG =
  /<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|[!?](?!--)[^>[]*>|(\/?)([\w:.-]+)((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>)/sy;

/** The elements of an SVG; `undefined` where it is none, has entities of its own, or is too deep. */
function readTree(text: string): Tree | undefined {
  const byId = new Map<string, Element>();
  const byClass = new Map<string, string[]>();
  const root: Element = { refers: [], classes: [], children: [] };
  const open = [root];
  TAG.lastIndex = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const [tag, closing, name, attributes = ''] = TAG.exec(text) ?? [];
    if (tag === undefined) return undefined;
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const written = decodeXML(attributes);
    const element: Element = {
      refers: refersIn(written),
      classes: /\bclass\s*=\s*["']([^"']*)/.exec(written)?.[1]?.split(/\s+/) ?? [],
      children: [],
    };
    const id = /(?:^|\s)id\s*=\s*["']([^"']*)/.exec(written)?.[1];
    if (id !== undefined) byId.set(id, element);
    open.at(-1)?.children.push(element);
    if (attributes.endsWith('/')) continue;
    open.push(element);
    if (open.length > DEEPEST) return undefined;
    if (!/(?:^|:)style$/i.test(name)) continue;
    const end = text.indexOf('</', TAG.lastIndex);
    if (end < 0 || !readRules(text.slice(TAG.lastIndex, end), byClass)) return undefined;
    TAG.lastIndex = end;
  }
  return { root, byId, byClass };
}

/** Notes what rules refer to, by class. False where a rule with a reference is for something else. */
function readRules(css: string, byClass: Map<string, string[]>): boolean {
  for (const rule of decodeXML(css).split('}')) {
    const start = rule.lastIndexOf('{');
    const refers = refersIn(rule);
    // With a backslash a reference could be written so that it is not found.
    if (rule.includes('\\')) return false;
    if (refers.length === 0) continue;
    const selectors = rule.slice(0, Math.max(0, start)).split(',');
    for (const selector of selectors) {
      const name = /\.([\w-]+)\s*$/.exec(selector.slice(-LONGEST_CLASS))?.[1];
      if (name === undefined) return false;
      byClass.set(name, [...(byClass.get(name) ?? []), ...refers]);
    }
  }
  return true;
}

const LONGEST_CLASS = 200;

function refersIn(text: string): string[] {
  const found = text.matchAll(/(?:href\s*=\s*["']\s*|url\(\s*(?:["']\s*)?)#([^"')\s]*)/gi);
  return [...found].map(([, id = '']) => id);
}

/** Elements that are drawn; without end where something refers to itself. */
function costOf({ root, byId, byClass }: Tree): number {
  const costs = new Map<Element, number>();
  const cost = (element: Element, depth: number): number => {
    const known = costs.get(element);
    if (known !== undefined) return known;
    costs.set(element, Number.POSITIVE_INFINITY);
    if (depth > 2 * DEEPEST) return Number.POSITIVE_INFINITY;
    const ids = [...element.refers, ...element.classes.flatMap((name) => byClass.get(name) ?? [])];
    const targets = ids.map((id) => byId.get(id)).filter((target) => target !== undefined);
    const sum = [...element.children, ...targets].reduce((all, one) => all + cost(one, depth + 1), 1);
    costs.set(element, sum);
    return sum;
  };
  return cost(root, 0);
}
