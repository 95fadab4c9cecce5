/** What a slide says first: for lists of slides. */
import type { Slide } from './slide.js';

/** Its headline; where that only names its kind, the first thing that it says. */
export function headlineOf(slide: Slide): string {
  if ('title' in slide) return slide.title;
  if ('question' in slide) return slide.question;
  if ('headline' in slide) return withLead(slide.headline);
  return 'row' in slide ? withLead(slide.row) : slide.heading;
}

type Said = Extract<Slide, { kind: 'big-number' }>['row'];

function withLead({ lead, text }: Said): string {
  if (!lead) return text;
  return [lead.before, lead.number, lead.after, text].filter((part) => part !== '').join(' ');
}
