/** The Markdown edition in Marp's own page, where none of what briefdeck does to HTML is done to it. */
import { Marp } from '@marp-team/marp-core';
import type { BrowserPool } from '../../browser/pool.js';
import type { Inspection } from '../../fit/inspect.js';
import { misfitOf } from '../../fit/misfit.js';
import { INSPECTION, probe } from '../../fit/probe-cache.js';
import type { FileCheck } from './file-check.js';
import type { SlideRuleId } from './slide-rules.js';

/**
 * Fit of the slides as Marp for VS Code draws them, in the fonts of the deck: those that a reader has instead are not
 * known here. Both editions are drawn alike.
 */
export const fitsInMarp: FileCheck<string, SlideRuleId> = {
  rules: ['does-not-fit', 'small-text', 'missing-picture'],
  editions: ['audience'],
  async run(markdown, { member: { deck }, seen, fontCss, name, file, pool }, log) {
    const inspections = await inspectInMarp(markdown, fontCss, pool);
    deck.slides.forEach((slide, i) => {
      log.count('does-not-fit');
      const known = new Set(seen[i]?.findings.map(({ rule, element }) => `${rule} ${element}`));
      for (const finding of inspections[i]?.findings ?? []) {
        // What is so in every edition has been told.
        if (known.has(`${finding.rule} ${finding.element}`)) continue;
        const misfit = misfitOf(slide, finding);
        log.find({ ...misfit, deck: name, slide: slide.number, element: `${file} ${finding.element}` });
      }
    });
  },
};

/** The slides of a Markdown file as Marp draws them. */
export function inspectInMarp(
  markdown: string,
  fontCss: string,
  pool: BrowserPool,
): Promise<readonly Inspection[]> {
  const { html, css } = new Marp().render(markdown);
  const style = `${css}\n${fontCss}\nbody{margin:0}`;
  return probe(`<!DOCTYPE html><meta charset="utf-8"><style>${style}</style>${html}`, INSPECTION, pool);
}
