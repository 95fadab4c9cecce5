/** A quote is what its source says: word for word, or with its gaps and insertions shown; in its own language or not. */
import { fold } from '../../core/fold.js';
import type { Quote } from '../../load/schema.js';
import type { BriefCheck, Finding, Rule } from '../rule.js';
import { wordDiff } from './passage.js';
import type { SourceTexts } from './source-text.js';

export const quoteVerbatim = {
  id: 'quote-verbatim',
  severity: 'error',
  asks: 'A quote has the words of its source, or shows what it leaves out.',
  check({ original, texts }, log) {
    original.quotes.forEach((quote, i) => {
      for (const difference of differencesOf(quote, texts)) {
        log.count('quote-verbatim');
        if (!difference) continue;
        log.find({ rule: 'quote-verbatim', path: ['quotes', i, 'text'], ...difference });
        return;
      }
    });
  },
} as const satisfies Rule & BriefCheck<'quote-verbatim'>;

/** By source that can be looked up: how the quote differs from it, or that it does not. */
function* differencesOf(
  { text, original, sources }: Quote,
  texts: SourceTexts,
): Generator<Pick<Finding, 'message' | 'hint'> | undefined> {
  const wordings = [text, ...(original ? [original.text] : [])].map(fold);
  const [words = ''] = wordings;
  for (const { id, evidence } of sources) {
    const source = texts.get(id);
    if (source) {
      const isThere = wordings.some((wording) => holdsParts(source.folded, wording));
      const missing = () => partsOf(words).find((part) => !source.folded.includes(part)) ?? words;
      yield isThere ? undefined : { message: `is not what "${id}" says`, hint: source.hint(missing()) };
    } else if (evidence !== undefined) {
      const shown = fold(evidence);
      const isThere = wordings.some((wording) => isShownBy(shown, wording));
      yield isThere
        ? undefined
        : { message: 'is not what its evidence says', hint: `Changes: ${wordDiff(shown, words)}` };
    }
  }
}

/** What stands between the gaps and insertions that a quote shows. */
function partsOf(words: string): string[] {
  return words
    .split(/(?:\.\.\.|…|\[[^[\]]*\])/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a text holds the parts of a quote, one after the other. */
function holdsParts(text: string, words: string): boolean {
  let from = 0;
  for (const part of partsOf(words)) {
    const places = [part, ...asClosed(part)].map((form) => ({ form, at: text.indexOf(form, from) }));
    const found = places.find(({ at }) => at >= 0);
    if (!found) return false;
    from = found.at + found.form.length;
  }
  return true;
}

/** "… since 1998," said Ruiz: a sentence that is quoted with its full stop ends in a comma there, or in no sign. */
function asClosed(part: string): string[] {
  if (!/[^.]\.$/.test(part)) return [];
  const open = part.slice(0, -1);
  return [`${open},'`, `${open}',`, `${open}' `];
}

/** Whether evidence shows a quote: it may be a part of the quote, or have it in it. */
function isShownBy(evidence: string, words: string): boolean {
  return (
    holdsParts(evidence, words) ||
    words.includes(evidence) ||
    partsOf(words).every((part) => evidence.includes(part))
  );
}
