/** How long things take to say: their words, at the language's pace. */
import { said, saidWithHedge } from '../items/spoken.js';
import type { VisibleBrief } from '../visible/visible.js';
import { measuresIn } from '../words/hedges.js';
import { countWords, toWords, type Wording } from '../words/texts.js';

/** What the speaker says for the bottom line. */
export function spokenForBottomLine(brief: VisibleBrief, wording: Wording): string {
  const { text, notes } = brief.bottomLine;
  if (notes !== undefined) return toWords(notes, wording);
  return saidWithHedge(toWords(text, wording), brief.bottomLine, measuresIn(text), wording);
}

/** What the speaker says over the title. */
export function spokenForTitle(brief: VisibleBrief, wording: Wording): string {
  return said(
    wording,
    toWords(brief.title.text, wording),
    brief.subtitle && toWords(brief.subtitle, wording),
  );
}

/** Seconds that a text takes to say. */
export function secondsFor(text: string, wording: Wording): number {
  const { language, pace } = wording.locale;
  return (countWords(text, language) / pace) * 60;
}
