/** What does not fit on a slide, in words. */
import type { Slide } from '../compose/slide.js';
import type { SlideRuleId } from '../rules/deck/slide-rules.js';
import type { Finding } from './inspect.js';

/** A finding of the browser as the rules tell it. */
export interface Misfit {
  rule: SlideRuleId;
  message: string;
  hint: string;
}

const WHAT: Readonly<Record<Finding['rule'], (pixels: number) => string>> = {
  overflow: (pixels) => `runs ${pixels} px out of its place`,
  collision: (pixels) => `covers something else by ${pixels} px`,
  clipped: (pixels) => `is cut off by ${pixels} px`,
  'small-text': (pixels) => `is set in ${pixels} px, below the least size`,
  'missing-picture': () => 'is a picture that did not load',
};

export function misfitOf({ kind, items }: Slide, { rule, element, text, pixels }: Finding): Misfit {
  const shown = items.length > 0 ? ` (${items.join(', ')})` : '';
  return {
    rule: rule === 'overflow' || rule === 'collision' || rule === 'clipped' ? 'does-not-fit' : rule,
    message: `${kind}${shown}: ${element} "${text}" ${WHAT[rule](pixels)}`,
    hint: 'Shorten that text, or divide it into several items; or change the layout or theme.',
  };
}
