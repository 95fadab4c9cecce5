/** Whose words a quote is said to be, against the text around them. */
import { fold } from '../../core/fold.js';
import type { Brief, Quote } from '../../load/schema.js';
import type { BriefCheck, Rule } from '../rule.js';
import type { SourceTexts } from './source-text.js';

/** How far from the words of somebody an article names them. */
const NEAR = 700;

export const speaker = {
  id: 'speaker',
  severity: 'warn',
  asks: 'Where the text around a quote names people, it names the speaker.',
  check({ original, texts }, log) {
    original.quotes.forEach((quote, i) => {
      const around = aroundOf(quote, texts);
      const others = peopleOf(original).filter((name) => name !== quote.speaker && isNamed(name, around));
      // Where nobody is named, nothing says that it was somebody else.
      if (others.length === 0) return;
      log.count('speaker');
      if (isNamed(quote.speaker, around) || isNamed(quote.speaker, publishersOf(quote, original))) return;
      log.find({
        rule: 'speaker',
        path: ['quotes', i, 'speaker'],
        message: `the text around the quote does not name ${quote.speaker}; it names ${others.join(', ')}`,
        hint: 'Correct the speaker, or give evidence that names him or her.',
      });
    });
  },
} as const satisfies Rule & BriefCheck<'speaker'>;

/** What the sources of a quote say around its words: of the archived text a part, of evidence all. */
function aroundOf({ text, sources }: Quote, texts: SourceTexts): string {
  const [start = ''] = fold(text).split(/\.\.\.|…|\[/u);
  return sources
    .flatMap(({ id, evidence }) => {
      const source = texts.get(id);
      const at = source?.folded.indexOf(start.trim()) ?? -1;
      const near =
        at < 0 ? '' : (source?.folded.slice(Math.max(0, at - NEAR), at + start.length + NEAR) ?? '');
      return [near, fold(evidence ?? '')];
    })
    .join('\n');
}

function publishersOf({ sources }: Quote, brief: Brief): string {
  return sources
    .flatMap(({ id }) => [brief.sources[id]?.publisher ?? '', brief.sources[id]?.author ?? ''])
    .map(fold)
    .join('\n');
}

/** Everybody whom the brief names as a person or as a speaker. */
function peopleOf({ people, quotes }: Brief): string[] {
  return [...new Set([...people.map(({ name }) => name), ...quotes.map((quote) => quote.speaker)])];
}

/** Whether a text has a name, or a part of it that is long enough to be one: `Ruiz` for `Ana Ruiz`. */
function isNamed(name: string, text: string): boolean {
  const words = fold(name).match(/\p{Lu}[\p{L}-]{2,}/gu) ?? [];
  const [last = ''] = words.slice(-1);
  return last === '' ? text.toLowerCase().includes(fold(name).toLowerCase()) : text.includes(last);
}
