/** The decks of one brief held to each other: an item says the same in all of them, and lengths nest. Pure. */
import type { Ledger } from '../check/ledger.js';
import type { Row, Slide } from '../compose/slide.js';
import type { Member } from '../family.js';
import { squeeze } from './squeeze.js';

/** What items say in the decks that were compared so far, by language and item: numbers are everybody's. */
export type Numbers = Map<string, Said>;

/** Holds the decks of one brief for one audience, shortest first, to each other, and their numbers to other audiences'. */
export function checkFamily(family: readonly Member[], numbers: Numbers, ledger: Ledger): void {
  const words = new Map<string, Said>();
  family.forEach(({ deck, plan }, i) => {
    const name = `${deck.audience}-${deck.length}`;
    ledger.look('over-time');
    if (deck.seconds > plan.length.seconds) {
      ledger.find({
        rule: 'over-time',
        deck: name,
        message: `takes ${deck.seconds} seconds, and there are ${plan.length.seconds}`,
        hint: 'Give the length more minutes, or the items less importance.',
      });
    }
    for (const slide of deck.slides) {
      for (const { key, text, all } of sayings(slide)) {
        // Audiences may read an acronym spelt out, and none reads another number.
        const figures = (text.match(/\p{Nd}+/gu) ?? []).join(' ');
        for (const [said, saying] of [
          [words, all],
          [numbers, figures],
        ] as const) {
          ledger.look('agreement');
          const id = said === numbers ? `${deck.language} ${key}` : key;
          const before = said.get(id);
          if (before === undefined) said.set(id, { saying, deck: name });
          else if (before.saying !== saying) {
            ledger.find({
              rule: 'agreement',
              deck: name,
              slide: slide.number,
              message: `${key} says ${saying}, and in ${before.deck} ${before.saying}`,
              hint: 'This is a fault of briefdeck: please report it.',
            });
          }
        }
      }
    }
    const longer = family[i + 1];
    for (const item of longer ? plan.items : []) {
      ledger.look('nesting');
      if (longer?.plan.items.some((other) => other.id === item.id)) continue;
      ledger.find({
        rule: 'nesting',
        deck: `${longer?.deck.audience}-${longer?.deck.length}`,
        message: `leaves out "${item.id}", which ${name} has`,
        hint: 'This is a fault of briefdeck: please report it.',
      });
    }
  });
}

export interface Said {
  saying: string;
  deck: string;
}

/** What a slide says of its items, each with its hedges; of a text that goes on over several slides, nothing. */
function sayings(slide: Slide): { key: string; text: string; all: string }[] {
  if (/ \d+\/\d+ /.test(slide.key)) return [];
  const rows: readonly Row[] =
    slide.kind === 'bottom-line'
      ? [slide.headline, ...slide.rows.map((row) => row.judgment ?? row)]
      : [
          ...('headline' in slide ? [slide.headline] : []),
          ...('row' in slide ? [slide.row] : []),
          ...('rows' in slide ? slide.rows : []),
        ];
  return rows.map(({ id, lead, text, hedges, marks }) => {
    const whole = squeeze(lead ? `${lead.before} ${lead.number} ${lead.after} ${text}` : text);
    const what = hedges.map(({ status, detail }) => [status, detail].join(' ')).join('; ');
    return {
      key: `${slide.kind === 'question' ? 'the answer to ' : ''}"${id}"`,
      text: whole,
      all: `${whole} (${what}) [${marks.join()}]`,
    };
  });
}
