/** Slides held to the rules of axe-core (WCAG 2.2 A and AA), as far as a program can tell. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Deck } from '../../compose/slide.js';
import type { Probe } from '../../fit/probe-cache.js';
import type { Log, Rule } from '../rule.js';

export const READING_RULES = [
  { id: 'contrast', severity: 'error', asks: 'Text stands out from what is behind it (WCAG 2.2, 1.4.3).' },
  { id: 'text-equivalent', severity: 'error', asks: 'Every picture and chart says in words what it shows.' },
  { id: 'reading-structure', severity: 'error', asks: 'Headings, lists and tables are what they look like.' },
] as const satisfies readonly Rule[];

type Id = (typeof READING_RULES)[number]['id'] | 'language';

/** What axe found on a slide. */
export interface Audit {
  faults: readonly { rule: string; element: string; text: string; why: string }[];
}

const require = createRequire(import.meta.url);
const { version } = require('axe-core/package.json') as { version: string };

/** The probe that runs axe: each slide of a page without scripts, all of them in view. */
export const AUDIT: Probe<Audit> = {
  version: `axe-core ${version} ${auditSlides.toString()}`,
  async at(page) {
    await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    return page.evaluate(auditSlides);
  },
};

/** Runs axe, which was put into the page; its results for each slide. Self-contained: it is sent as it stands. */
async function auditSlides(): Promise<Audit[]> {
  const { axe } = globalThis as unknown as { axe: typeof axeCore };
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    rules: { 'heading-order': { enabled: true }, 'empty-heading': { enabled: true } },
    elementRef: true,
    // Nodes that passed are many, and not needed.
    resultTypes: ['violations', 'incomplete'],
    selectors: false,
  });
  const slides = [...document.querySelectorAll('div.marpit > svg > foreignObject > section')];
  const slideOf = (node: axeCore.NodeResult) =>
    slides.findIndex((slide) => node.element !== undefined && slide.contains(node.element));
  const audits = slides.map(() => ({ faults: [] as Audit['faults'][number][] }));
  const nameOf = (element: Element | undefined) => {
    const classes = element?.getAttribute('class');
    return (
      (element?.tagName.toLowerCase() ?? '') + (classes ? `.${classes.trim().split(/\s+/).join('.')}` : '')
    );
  };
  const add = (rule: string, node: axeCore.NodeResult, why: string) => {
    audits[slideOf(node)]?.faults.push({
      rule,
      element: nameOf(node.element),
      text: (node.element?.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60),
      why,
    });
  };
  for (const { id, nodes, help } of violations) {
    for (const node of nodes) {
      const { contrastRatio, expectedContrastRatio } = (node.any[0]?.data ?? {}) as Record<string, unknown>;
      add(
        id,
        node,
        contrastRatio === undefined ? help : `its contrast is ${contrastRatio}:1 of ${expectedContrastRatio}`,
      );
    }
  }
  // Where axe cannot tell, this can be told: text of the colour of its ground, and text under something else.
  // (In a chart, bars lie behind labels; its palette is tested where it is drawn.)
  for (const node of incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)) {
    const { messageKey } = (node.any[0]?.data ?? {}) as Record<string, unknown>;
    if (messageKey === 'equalRatio') add('color-contrast', node, 'it is of the colour of its ground');
    if (node.element?.closest('svg.chart')) continue;
    if (messageKey === 'bgOverlap' || messageKey === 'elmPartiallyObscured')
      add('color-contrast', node, 'it is covered');
  }
  return audits;
}

/** Rules of axe that have one of ours to themselves; the others are about structure. */
const RULE_OF: Readonly<Record<string, Id>> = {
  'color-contrast': 'contrast',
  'image-alt': 'text-equivalent',
  'input-image-alt': 'text-equivalent',
  'object-alt': 'text-equivalent',
  'role-img-alt': 'text-equivalent',
  'svg-img-alt': 'text-equivalent',
  'html-has-lang': 'language',
  'html-lang-valid': 'language',
  'valid-lang': 'language',
};

const IDS: readonly Id[] = [...READING_RULES.map(({ id }) => id), 'language'];

/** What axe found on the slides of a deck. */
export function checkReading(deck: Deck, audits: readonly Audit[], log: Log<Id>): void {
  deck.slides.forEach((slide, i) => {
    const { faults = [] } = audits[i] ?? {};
    // Counted by slide: which rules of axe apply depends on the slides that happen to be in the page with it.
    for (const rule of IDS) log.count(rule);
    for (const { rule, element, text, why } of faults) {
      log.find({
        rule: RULE_OF[rule] ?? 'reading-structure',
        deck: `${deck.audience}-${deck.length}`,
        slide: slide.number,
        element,
        message: `${text === '' ? '' : `"${text}": `}${why} (axe: ${rule})`,
        hint: `Look at the theme "${deck.theme}" and at templates/slides/${slide.kind}.md.hbs.`,
      });
    }
  });
}
