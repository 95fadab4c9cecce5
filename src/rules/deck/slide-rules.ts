/** The rules that come from reading the slides: `slides.ts` checks them, and the fit stage the first three. */
import type { Log, Rule } from '../rule.js';

export const SLIDE_RULES = [
  {
    id: 'does-not-fit',
    severity: 'error',
    asks: 'Nothing runs off a slide, covers something else or is cut off.',
  },
  { id: 'small-text', severity: 'error', asks: 'No text is smaller than the theme allows.' },
  { id: 'missing-picture', severity: 'error', asks: 'Every picture is there.' },
  {
    id: 'text-missing',
    severity: 'error',
    asks: 'Every item of a slide can be read on it, in its own words.',
  },
  {
    id: 'hedge-missing',
    severity: 'error',
    asks: 'Status, attribution and caveat stand on the slide of what they are about.',
  },
  { id: 'source-missing', severity: 'error', asks: 'Sources of a slide are named on it.' },
  {
    id: 'marking-missing',
    severity: 'error',
    asks: 'The marking stands at the top and at the bottom of a slide, and on a draft that it is one.',
    stopsDrafts: true,
  },
  { id: 'stray-number', severity: 'error', asks: 'Every number on a slide comes from the brief.' },
  {
    id: 'foreign-text',
    severity: 'warn',
    asks: 'Every sentence on a slide comes from the brief, the words of its language or the house.',
  },
] as const satisfies readonly Rule[];

export type SlideRuleId = (typeof SLIDE_RULES)[number]['id'];

export type SlideLog = Log<SlideRuleId>;
