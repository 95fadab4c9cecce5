/** Each finished slide held to what is on it: the item's own words, its hedges, its sources, its marking. Pure. */

import type { Deck, Slide } from '../../compose/slide.js';
import { isPaintedBackwards, normalize } from '../../core/normalize.js';
import type { BottomLine, Chart } from '../../load/schema.js';
import type { Item } from '../../select/items.js';
import type { Plan } from '../../select/plan.js';
import type { VisibleBrief } from '../../visible/visible.js';
import { formatDate } from '../../words/dates.js';
import { type Hedge, hedgesOf, measuresIn } from '../../words/hedges.js';
import { inVocabulary, sentencesOf, splitLead, toWords, type Wording } from '../../words/texts.js';
import type { SlideRuleId as RuleId, SlideLog as RuleLog } from './slide-rules.js';

/** The text of a slide, as a reader of one of its files has it. */
export interface ReadSlide {
  text: string;
  /** The text that is drawn into charts. */
  drawn: string;
}

/** Where the slides were read: `html`, `pdf`. */
type Reader = 'html' | 'pdf';

/** What a reader must find of an item: its words, and what hedges them. */
interface Statement {
  id: string;
  type: Item['type'] | 'bottom line';
  texts: readonly string[];
  hedges: readonly Hedge[];
}

/**
 * Holds the slides of a deck, as they were read from one of its files, to its plan. `house` is the brand's file, whose
 * words may stand on any slide.
 */
export function checkSlides(
  { deck, plan, wording }: { deck: Deck; plan: Plan; wording: Wording },
  read: readonly ReadSlide[],
  reader: Reader,
  log: RuleLog,
  house = '',
): void {
  const name = `${deck.audience}-${deck.length}`;
  const shown = read.map((slide) => normalize(`${slide.text} ${slide.drawn}`));
  const statements = new Map(plan.items.map((item) => [item.id, statementOf(item, plan.brief, wording)]));
  const told = new Set<string>();
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
    const marks = (read[i]?.text ?? '').split(slide.marking).length - 1;
    must(
      'marking-missing',
      slide.marking,
      `at top and bottom: it is there ${marks} times`,
      'the marking',
      marks >= 2,
    );
    checkNumbers(slide, read[i], figuresIn(house), name, reader, log);
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

function figuresIn(text: string): Set<string> {
  return new Set(text.normalize('NFKC').match(/\p{Nd}+/gu));
}

function sentencesIn({ locale }: Wording): (text: string) => string[] {
  return (text) => sentencesOf(text, locale.language);
}

function bottomLineOf({ brief }: Plan, wording: Wording): Statement {
  const { text } = brief.bottomLine;
  return {
    id: brief.id,
    type: 'bottom line',
    texts: [toWords(text, wording)],
    hedges: hedgesOf(brief.bottomLine satisfies BottomLine, measuresIn(text), wording),
  };
}

/** What must be read of an item, made from the brief itself and not from what was composed. */
function statementOf(item: Item, brief: VisibleBrief, wording: Wording): Statement {
  const { locale } = wording;
  const say = (text: string | undefined) => (text === undefined ? [] : [toWords(text, wording)]);
  const date = (value: string | undefined) => (value === undefined ? [] : [formatDate(value, locale)]);
  const make = (texts: readonly string[], hedges: readonly Hedge[] = []): Statement => ({
    id: item.id,
    type: item.type,
    texts,
    hedges,
  });
  switch (item.type) {
    case 'claim': {
      const { text } = item.data;
      // A number that opens the text may stand apart from the rest of it.
      const split = splitLead(text, wording);
      const parts = split
        ? [`${split.lead.before} ${split.lead.number} ${split.lead.after}`, split.rest]
        : say(text);
      return make(parts, hedgesOf(item.data, measuresIn(text), wording));
    }
    case 'event':
      return make(
        [...say(item.data.text), ...date(item.data.date)],
        hedgesOf(item.data, measuresIn(item.data.text), wording),
      );
    case 'quote': {
      const { text, speaker, role, original } = item.data;
      return make(
        [
          text,
          speaker,
          ...(role ? [inVocabulary(role, wording)] : []),
          ...date(item.data.date),
          ...(original ? [original.text] : []),
        ],
        hedgesOf(item.data, [], wording),
      );
    }
    case 'judgment': {
      const { text, by, likelihood, confidence, caveat } = item.data;
      const graded = [
        ...(likelihood ? [locale.likelihoods[likelihood]] : []),
        ...(confidence ? [locale.confidences[confidence]] : []),
      ];
      return make(
        [...say(text), inVocabulary(by, wording), ...graded],
        hedgesOf({ caveat }, measuresIn(text), wording),
      );
    }
    case 'indicator': {
      const { text, means } = item.data;
      return make([...say(text), ...say(means)], hedgesOf({}, measuresIn(text, means), wording));
    }
    case 'question': {
      const { q, a } = item.data;
      return make([...say(q), ...say(a)], hedgesOf({}, measuresIn(q, a), wording));
    }
    case 'person':
      return make([item.data.name, inVocabulary(item.data.role, wording)]);
    case 'image': {
      const { headline, credit, licence, places = [] } = item.data;
      const names = places.map(({ name }) => inVocabulary(name, wording));
      return make(
        [...say(headline), ...names, credit, licence],
        hedgesOf(item.data, measuresIn(headline), wording),
      );
    }
    case 'comparison': {
      const { headline, left, right } = item.data;
      const claims = [...left.claims, ...right.claims].flatMap(
        (id) => brief.claims.find((claim) => claim.id === id) ?? [],
      );
      return make(
        [headline, left.title, right.title, ...claims.map((claim) => claim.text)].flatMap(say),
        claims.flatMap((claim) => hedgesOf(claim, measuresIn(claim.text), wording)),
      );
    }
    case 'chart':
      return make(
        [...say(item.data.headline), ...say(item.data.subtitle)],
        hedgesOf(item.data, measuresInChart(item.data), wording),
      );
  }
}

function measuresInChart({ headline, subtitle, data = [] }: Chart): string[] {
  return measuresIn(headline, subtitle, ...data.map(({ measure }) => measure && `{${measure}}`));
}
