/** Text on a slide that neither the brief, nor the words of its language, nor the house says. Pure. */
import type { Deck, Slide } from '../../compose/slide.js';
import { fold } from '../../core/fold.js';
import type { Locale } from '../../load/locale.js';
import type { SlideLog } from './slide-rules.js';

/** So many words can state something; fewer are a label. */
const LEAST_WORDS = 3;

/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether a word stands in what was composed for a slide, or may stand on every slide. */
export type IsKnown = (word: string, slide: Slide) => boolean;

/** `house` is the text of the brand's file. */
export function knownIn({ title, author }: Deck, locale: Locale, house: string): IsKnown {
  const everywhere = textsIn([locale, house, title, author]);
  const everyWord = new Set(wordsIn(everywhere));
  const own = new Map<Slide, { text: string; words: ReadonlySet<string> }>();
  const composedFor = (slide: Slide) => {
    const known = own.get(slide);
    if (known) return known;
    const { notes: _, ...fields } = slide;
    const text = textsIn(fields);
    const composed = { text, words: new Set(wordsIn(text)) };
    own.set(slide, composed);
    return composed;
  };
  return (word, slide) => {
    if (everyWord.has(word)) return true;
    const { text, words } = composedFor(slide);
    return words.has(word) || (UNSPACED.test(word) && (text.includes(word) || everywhere.includes(word)));
  };
}

/** All texts and numbers of some data, a line each. */
function textsIn(data: unknown): string {
  const texts: unknown[] = [];
  JSON.stringify(data, (_, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') texts.push(value);
    return value;
  });
  return fold(texts.join('\n')).toLowerCase();
}

function wordsIn(text: string): readonly string[] {
  return (
    fold(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Holds each piece of a slide's text, a line each, to what may stand there. */
export function checkForeign(
  slide: Slide,
  text: string,
  isKnown: IsKnown,
  deck: string,
  log: SlideLog,
): void {
  for (const piece of text.split('\n')) {
    const words = wordsIn(piece);
    if (words.length < LEAST_WORDS) continue;
    log.count('foreign-text');
    const foreign = words.find((word) => !isKnown(word, slide));
    if (foreign === undefined) continue;
    log.find({
      rule: 'foreign-text',
      deck,
      slide: slide.number,
      message: `"${piece.slice(0, 80)}" comes from nothing in the brief: "${foreign}"`,
      hint: `Look at templates/deck.md.hbs and templates/slides/${slide.kind}.md.hbs: what is stated belongs into the brief, a line of the house into brand.yaml.`,
    });
  }
}
