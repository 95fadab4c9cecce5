/** Each finished slide held to what is on it: the item's own words, its hedges, its sources, its marking. Pure. */

import type { Slide } from '../../compose/slide.js';
import { isPaintedBackwards, normalize } from '../../core/normalize.js';
import type { Statement } from '../../items/item.js';
import { kindOf } from '../../items/items.js';
import type { Item } from '../../kinds/kinds.js';
import type { BottomLine } from '../../load/schema.js';
import type { PlannedDeck } from '../../pipeline/family.js';
import type { Plan } from '../../select/plan.js';
import { hedgesOf, measuresIn } from '../../words/hedges.js';
import { sentencesOf, toWords, type Wording } from '../../words/texts.js';
import { checkForeign, knownIn } from './foreign-text.js';
import type { SlideRuleId as RuleId, SlideLog as RuleLog } from './slide-rules.js';

/** The text of a slide, as a reader of one of its files has it. */
export interface ReadSlide {
  text: string;
  /** The text that is drawn into charts. */
  drawn: string;
}

/** Where the slides were read: `html`, `pdf`. */
type Reader = 'html' | 'pdf';

/** What a reader must find of an item, and of which. */
interface OwnStatement extends Statement {
  id: string;
  type: Item['type'] | 'bottom line';
}

/**
 * Holds the slides of a deck, as they were read from one of its files, to its plan. `house` is the brand's file, whose
 * words may stand on any slide.
 */
export function checkSlides(
  { deck, plan, wording, locale }: Pick<PlannedDeck, 'deck' | 'plan' | 'wording' | 'locale'>,
  read: readonly ReadSlide[],
  reader: Reader,
  log: RuleLog,
  house = '',
): void {
  const name = `${deck.audience}-${deck.length}`;
  const shown = read.map((slide) => normalize(`${slide.text} ${slide.drawn}`));
  const statements = new Map(
    plan.items.map((item): [string, OwnStatement] => [
      item.id,
      { id: item.id, type: item.type, ...kindOf(item).statement(item, plan.brief, wording) },
    ]),
  );
  const told = new Set<string>();
  const isKnown = knownIn(deck, locale, house);
  deck.slides.forEach((slide, i) => {
    const text = shown[i] ?? '';
    const must = (
      rule: RuleId,
      words: string,
      found: string,
      what: string,
      isThere = text.includes(normalize(words)),
    ) => {
      // What is painted backwards is held to the slide letter by letter, by the rule on the PDF's text.
      if (reader === 'pdf' && isPaintedBackwards(words)) return;
      log.count(rule);
      if (isThere) return;
      log.find({
        rule,
        deck: name,
        slide: slide.number,
        element: reader,
        message: `${what} "${words}" cannot be read ${found}`,
        hint: `Look at templates/slides/${slide.kind}.md.hbs and the theme "${deck.theme}": one of them leaves it out or hides it.`,
      });
    };
    const own = slide.items.flatMap((id) => statements.get(id) ?? []);
    for (const statement of slide.kind === 'bottom-line' ? [bottomLineOf(plan, wording), ...own] : own) {
      const where = `on the slide of ${statement.type} "${statement.id}"`;
      for (const hedge of statement.hedges) {
        for (const [what, words] of [
          ['the status', hedge.status],
          ['the attribution', hedge.attribution],
          ['the caveat', hedge.caveat],
        ] as const)
          if (words !== undefined) must('hedge-missing', words, where, what);
      }
      // A long text goes on over several slides: each sentence is whole on one of them.
      for (const sentence of told.has(statement.id) ? [] : statement.texts.flatMap(sentencesIn(wording))) {
        const words = normalize(sentence);
        const isThere = deck.slides.some(
          (other, n) => (other === slide || other.items.includes(statement.id)) && shown[n]?.includes(words),
        );
        must('text-missing', sentence.trim(), where, 'the text', isThere);
      }
      told.add(statement.id);
    }
    for (const source of slide.foot) must('source-missing', source.label, 'on the slide', 'the source');
    const marks = marksOf(read[i]?.text ?? '', slide.marking);
    must(
      'marking-missing',
      slide.marking,
      `at top and bottom: it is there ${marks} times`,
      'the marking',
      marks >= 2,
    );
    if (deck.draft) {
      const banner = locale.words.draft;
      must('marking-missing', banner, 'on the slide', 'what says that it is a draft');
    }
    if (slide.unreviewed) {
      const banner = locale.words.unreviewed;
      must('marking-missing', banner, 'on the slide', 'what says that nobody has reviewed it');
    }
    checkNumbers(slide, read[i], figuresIn(house), name, reader, log);
    if (reader === 'html') checkForeign(slide, read[i]?.text ?? '', isKnown, name, log);
  });
  // A slide that a template adds was composed of nothing.
  read.slice(deck.slides.length).forEach(({ text }, i) => {
    const number = deck.slides.length + i + 1;
    log.count('marking-missing');
    if (marksOf(text, deck.marking) < 2)
      log.find({
        rule: 'marking-missing',
        deck: name,
        slide: number,
        element: reader,
        message: `the slide "${text.replace(/\s+/g, ' ').slice(0, 60)}" comes from nothing in the brief, and bears no marking`,
        hint: 'Look at templates/deck.md.hbs: it adds a slide. What is to be shown belongs into the brief.',
      });
  });
}

/** Every figure that is written on a slide stands in what was composed for it. */
function checkNumbers(
  slide: Slide,
  read: ReadSlide | undefined,
  ofHouse: ReadonlySet<string>,
  deck: string,
  reader: Reader,
  log: RuleLog,
): void {
  const { notes: _, ...fields } = slide;
  const known = figuresIn(JSON.stringify(fields));
  for (const figures of figuresIn(read?.text ?? '')) {
    log.count('stray-number');
    if (known.has(figures) || ofHouse.has(figures)) continue;
    log.find({
      rule: 'stray-number',
      deck,
      slide: slide.number,
      element: reader,
      message: `the number ${figures} comes from nothing in the brief`,
      hint: `Look at templates/slides/${slide.kind}.md.hbs and the theme: a number belongs into the brief.`,
    });
  }
}

function marksOf(text: string, marking: string): number {
  return text.split(marking).length - 1;
}

function figuresIn(text: string): Set<string> {
  return new Set(text.normalize('NFKC').match(/\p{Nd}+/gu));
}

function sentencesIn({ locale }: Wording): (text: string) => string[] {
  return (text) => sentencesOf(text, locale.language);
}

function bottomLineOf({ brief }: Plan, wording: Wording): OwnStatement {
  const { text } = brief.bottomLine;
  return {
    id: brief.id,
    type: 'bottom line',
    texts: [toWords(text, wording)],
    hedges: hedgesOf(brief.bottomLine satisfies BottomLine, measuresIn(text), wording),
  };
}
