/** An item says the same in every deck that has it, and every audience reads the same numbers of it. */
import type { Row, Slide } from '../../compose/slide.js';
import { fold } from '../../core/fold.js';
import { normalize } from '../../core/normalize.js';
import type { Wording } from '../../words/texts.js';
import type { FamilyCheck, Rule, Said, SaidNumbers } from '../rule.js';

export const agreement = {
  id: 'agreement',
  severity: 'error',
  asks: 'An item says the same in every deck.',
  check(family, log, numbers) {
    const words: SaidNumbers = new Map();
    for (const { deck, wording } of family) {
      const name = `${deck.audience}-${deck.length}`;
      for (const slide of deck.slides) {
        const compare = (said: SaidNumbers, id: string, key: string, now: Said) => {
          log.count('agreement');
          const before = said.get(id);
          if (before === undefined) said.set(id, now);
          else if (!agree(before, now)) {
            log.find({
              rule: 'agreement',
              deck: name,
              slide: slide.number,
              message: `${key} says ${now.saying}, and in ${before.deck} ${before.saying}`,
              hint: 'This is a fault of briefdeck: please report it.',
            });
          }
        };
        for (const { key, text, all } of sayings(slide)) {
          compare(words, key, key, { saying: all, spelt: [], deck: name });
          const figures = {
            saying: figuresIn(text).join(' '),
            spelt: figuresSpelt(text, wording),
            deck: name,
          };
          compare(numbers, `${deck.language} ${key}`, key, figures);
        }
      }
    }
  },
} as const satisfies Rule & FamilyCheck<'agreement'>;

/** Audiences may read an acronym spelt out, and none reads another number. */
function agree(one: Said, other: Said): boolean {
  if (one.saying === other.saying) return true;
  if (one.spelt.length + other.spelt.length === 0) return false;
  const isSpelt = (from: Said, to: Said) =>
    without(without(from.saying.split(' '), to.saying.split(' ')), from.spelt).length === 0;
  return isSpelt(one, other) && isSpelt(other, one);
}

/** A list without the entries of another, each taken out once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function figuresIn(text: string): string[] {
  return text.match(/\p{Nd}+/gu) ?? [];
}

/** The figures that a text has from the acronyms that are spelt out in it. */
function figuresSpelt(text: string, { spellOut }: Wording): string[] {
  return Object.entries(spellOut).flatMap(([acronym, meaning]) => {
    const times = text.split(fold(`${meaning} (${acronym})`)).length - 1;
    return Array.from({ length: times }, () => figuresIn(meaning)).flat();
  });
}

/** What a slide says of its items, each with its hedges; of a text that goes on over several slides, nothing. */
function sayings(slide: Slide): { key: string; text: string; all: string }[] {
  if (/ \d+\/\d+ /.test(slide.key)) return [];
  const rows: readonly Row[] =
    slide.kind === 'bottom-line'
      ? [slide.headline, ...slide.rows.map((row) => row.judgment ?? row)]
      : [
          // The spread of rivals is that of what an audience may see.
          ...('headline' in slide && slide.kind !== 'rivals' ? [slide.headline] : []),
          ...('row' in slide ? [slide.row] : []),
          ...('rows' in slide ? slide.rows : []),
        ];
  return rows.map(({ id, lead, text, hedges, marks }) => {
    const whole = lead ? `${lead.before} ${lead.number} ${lead.after} ${text}` : text;
    const what = hedges.map(({ status, detail }) => [status, detail].join(' ')).join('; ');
    return {
      key: `${slide.kind === 'question' ? 'the answer to ' : ''}"${id}"`,
      text: fold(whole),
      all: `${normalize(whole)} (${what}) [${marks.join()}]`,
    };
  });
}
