/** The third stage: a plan to slides in words. Pure: the same plan gives the same deck. */

import { chartSentence, chartView } from '../charts/compose/chart.js';
import { chartTables } from '../charts/compose/table.js';
import { fill } from '../load/locale.js';
import type { Chart, Comparison, Image } from '../load/schema.js';
import type { Table } from '../load/table.js';
import { mayBeSeen } from '../load/vocabulary.js';
import { type Item, itemsOf, textsOf } from '../select/items.js';
import { type SlidePlan, slideKey, UNTIMED } from '../select/layout.js';
import { slideMarking } from '../select/marking.js';
import type { Plan } from '../select/plan.js';
import { divide } from '../select/room.js';
import { spokenFor, spokenForBottomLine, spokenForTitle } from '../select/time.js';
import { formatDate, formatSeconds } from '../words/dates.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { formatCount } from '../words/numbers.js';
import { capitalise, inVocabulary, type Piece, pieceOf, toWords, type Wording } from '../words/texts.js';
import { type ImageUse, imageAddress } from './address.js';
import { bottomLineRow, claimRow, eventRow, judgmentRow, type RowContext, textRow } from './rows.js';
import type { Column, Deck, ImageView, Row, Slide, SlideLink, SourceLine } from './slide.js';
import { bottomLineSources, itemSources, type Numbering, numberSources } from './sources.js';

/** Most rows of a table, and most sources, on one slide; fewer where they do not fit. */
const TABLE_ROWS = 10;
const SOURCE_ROWS = 6;

interface Context extends RowContext {
  plan: Plan;
  tables: ReadonlyMap<string, Table>;
  /** Keys of slides that were measured and do not fit. */
  overflowing: ReadonlySet<string>;
}

/** Composes the decks of one audience, one for each of its plans. */
export function composeDecks(
  plans: readonly Plan[],
  tables: ReadonlyMap<string, Table>,
  wording: Wording,
  overflowing: ReadonlySet<string> = new Set(),
): Deck[] {
  const longest = plans.at(-1);
  if (!longest) return [];
  const numbering = numberSources(longest, wording);
  return plans.map((plan) => composeDeck(plan, tables, wording, numbering, overflowing));
}

function composeDeck(
  plan: Plan,
  tables: ReadonlyMap<string, Table>,
  wording: Wording,
  numbering: Numbering,
  overflowing: ReadonlySet<string>,
): Deck {
  const { brief, audience, length } = plan;
  const told = plan.slides.filter(({ kind }) => !UNTIMED.has(kind));
  const slideOf = new Map<string, number>();
  told.forEach((slide, i) => {
    for (const item of slide.items) if (!slideOf.has(item.id)) slideOf.set(item.id, i + 1);
  });
  const context: Context = {
    plan,
    brief,
    wording,
    numbering,
    slideOf,
    backups: new Map(),
    tables,
    overflowing,
  };
  const asked = plan.slides.filter(({ kind }) => UNTIMED.has(kind));
  const sources = sourceSlides(context);
  const backup = asked.flatMap((slide) => slidesOf(slide, 0, { ...context, piece: slide.piece }));
  const backups = backupsOf(backup, told.length + sources.length, context);
  let endsAt = 0;
  const shown = told.flatMap((slide) => {
    endsAt += slide.seconds;
    return slidesOf(slide, endsAt, { ...context, backups, piece: slide.piece });
  });
  const slides = [...shown, ...sources, ...backup].map((slide, i) => ({ ...slide, number: i + 1 }) as Slide);
  return {
    brief: brief.id,
    audience: audience.id,
    length: length.id,
    title: toWords(brief.title.text, wording),
    author: brief.author,
    language: brief.language,
    direction: wording.locale.direction,
    theme: audience.theme,
    brand: audience.brand,
    templates: audience.templates,
    asOf: brief.asOf,
    marking: plan.marking,
    seconds: plan.seconds,
    slides,
  };
}

/** The slide of a plan; several where a table is longer than a slide. */
function slidesOf(slide: SlidePlan, endsAt: number, context: Context): Slide[] {
  const { brief, wording, plan } = context;
  const { words } = wording.locale;
  const [first] = slide.items;
  const rows = <T extends Item['type'], R>(type: T, make: (item: Extract<Item, { type: T }>) => R): R[] =>
    slide.items.flatMap((item) => (item.type === type ? [make(item as Extract<Item, { type: T }>)] : []));
  const frame = {
    number: 0,
    key: slideKey(slide),
    dense: slide.dense,
    marking: slideMarking(slide, brief, plan.audience),
    footnote: undefined,
    foot: footOf(slide, context),
    seconds: slide.seconds,
    endsAt,
    items: slide.items.map((item) => item.id),
    notes: notesOf(slide, endsAt, context),
  };
  const kicker = (name: string) =>
    slide.part ? fill(words.continued, { name, n: String(slide.part.n), all: String(slide.part.of) }) : name;
  const topic = kicker(inVocabulary(brief.topics[slide.topic ?? ''] ?? words.situation, wording));
  const asOf = fill(words.asOf, { date: formatDate(brief.asOf, wording.locale) });

  switch (slide.kind) {
    case 'title': {
      const subtitle = brief.subtitle && toWords(brief.subtitle, wording);
      const { author, notice } = brief;
      return [
        {
          ...frame,
          kind: 'title',
          kicker: undefined,
          title: toWords(brief.title.text, wording),
          subtitle,
          asOf,
          author,
          notice,
        },
      ];
    }
    case 'bottom-line': {
      const leads = [
        ...rows('claim', (item) => ({ ...claimRow(item, context), judgment: undefined })),
        ...rows('judgment', (item) => {
          const judgment = judgmentRow(item, context);
          return { ...judgment, tag: words.judgments, judgment: { ...judgment, basis: [] } };
        }),
      ];
      return [
        {
          ...frame,
          kind: 'bottom-line',
          kicker: words.bottomLine,
          footnote: asOf,
          headline: bottomLineRow(context),
          rows: leads,
          notice: brief.notice,
        },
      ];
    }
    case 'claims': {
      const [headline, ...rest] = slide.items.filter((item) => item.type === 'claim');
      if (!headline) return [];
      return [
        {
          ...frame,
          kind: 'claims',
          kicker: topic,
          headline: textRow(headline, headline.data.text, context),
          rows: rest.map((item) => claimRow(item, context)),
        },
      ];
    }
    case 'big-number':
      return rows('claim', (item) => ({
        ...frame,
        kind: 'big-number',
        kicker: topic,
        row: claimRow(item, context),
      }));
    case 'chart':
      return rows('chart', (item) => ({
        ...frame,
        notes: [...frame.notes, chartSentence(item.data, context)].filter((note) => note !== undefined),
        kind: 'chart',
        kicker: item.data.kind === 'timeline' ? words.timeline : topic,
        headline: {
          ...textRow(item, item.data.headline, context, chartTexts(item.data)),
          hedges: hedgesOf(
            { ...item.data, data: item.data.data ?? drawnEvents(item.data, context) },
            measuresIn(...chartTexts(item.data)),
            wording,
          ),
        },
        subtitle: item.data.subtitle && toWords(item.data.subtitle, wording),
        chart: chartView(item.data, context),
        rows: rows('claim', (claim) => claimRow(claim, context)),
        footnote: asOf,
      }));
    case 'section':
      return [{ ...frame, kind: 'section', kicker: undefined, heading: openerOf(slide, context) }];
    case 'comparison':
      return rows('comparison', (item) => {
        const column = ({ title, claims }: Comparison['left']): Column => ({
          title: toWords(title, wording),
          rows: inPiece(claims, context.piece).flatMap((id) => claimRows(id, context)),
        });
        const { headline, left, right } = item.data;
        return {
          ...frame,
          kind: 'comparison',
          kicker: topic,
          headline: textRow(item, headline, context),
          left: column(left),
          right: column(right),
        };
      });
    case 'picture':
      return rows('image', (item) => ({
        ...frame,
        kind: 'picture',
        kicker: topic,
        headline: textRow(item, item.data.headline ?? '', context),
        image: pictureOf(item.data, 'picture', context),
      }));
    case 'quote':
      return rows('quote', (item) => {
        const { speaker, role, date, original, translated, via } = item.data;
        const image = brief.images.find(({ id }) => id === item.data.portrait);
        const portrait = image && pictureOf(image, 'portrait', context);
        return {
          ...frame,
          footnote: portrait?.credit,
          portrait,
          kind: 'quote',
          kicker: undefined,
          heading: kicker(words.quote),
          // The words are somebody's own: nothing in them is filled in or spelt out.
          row: {
            ...textRow(item, '', context),
            text: pieceOf(item.data.text, context.piece, wording.locale.language),
          },
          speaker,
          role: role && inVocabulary(role, wording),
          date: date && formatDate(date, wording.locale),
          original,
          translated: translated && fill(words.translated, { language: translated }),
          via:
            via.length > 0
              ? fill(words.via, { chain: via.join(wording.locale.direction === 'rtl' ? ' ← ' : ' → ') })
              : undefined,
        };
      });
    case 'timeline': {
      const events = rows('event', (item) => item.data.date).filter((date) => date !== undefined);
      const [from, to] = [events.at(0), events.at(-1)].map(
        (date) => date && formatDate(date, wording.locale),
      );
      const heading =
        from && to && from !== to ? fill(words.from, { first: from, last: to }) : words.timeline;
      return [
        {
          ...frame,
          kind: 'timeline',
          kicker: heading === words.timeline && !slide.part ? undefined : kicker(words.timeline),
          heading: capitalise(heading, wording.locale.language),
          rows: rows('event', (item) => eventRow(item, context)),
        },
      ];
    }
    case 'judgments': {
      const [headline, ...rest] = rows('judgment', (item) => judgmentRow(item, context));
      if (!headline) return [];
      const footnote = [headline, ...rest].some((row) => row.likelihood !== undefined)
        ? words.icd203
        : undefined;
      return [
        { ...frame, kind: 'judgments', kicker: kicker(words.judgments), footnote, headline, rows: rest },
      ];
    }
    case 'outlook':
      return [
        {
          ...frame,
          kind: 'outlook',
          kicker: kicker(words.outlook),
          heading: words.watch,
          rows: rows('indicator', (item) => ({
            ...textRow(item, item.data.text, context, [item.data.text, item.data.means]),
            means: item.data.means && toWords(item.data.means, wording),
          })),
        },
      ];
    case 'people':
      return [
        {
          ...frame,
          kind: 'people',
          kicker: slide.part ? kicker(words.people) : undefined,
          heading: words.people,
          rows: rows('person', (item) => ({
            ...textRow(item, '', context),
            text: item.data.name,
            role: inVocabulary(item.data.role, wording),
            say: item.data.say && fill(words.say, { say: item.data.say }),
          })),
        },
      ];
    case 'question':
      return rows('question', (item) => ({
        ...frame,
        kind: 'question',
        kicker: kicker(`${words.backup} · ${words.ifAsked}`),
        question: toWords(item.data.q, wording),
        row: textRow(item, item.data.a, context, [item.data.q, item.data.a]),
        back: backTo(item.data.supports, context),
      }));
    case 'data': {
      if (first?.type !== 'chart') return [];
      const parts = chartTables(first.data, context).flatMap(({ head, rows }, t) => {
        const keyOf = (part: readonly Numbered[]) =>
          `data ${first.id} ${t} ${part.map((row) => row.n).join(' ')}`;
        const numbered = rows.map((cells, n) => ({ cells, n }));
        return inSlides(numbered, TABLE_ROWS, keyOf, context).map((part) => ({
          key: keyOf(part),
          table: { head, rows: part.map((row) => row.cells) },
        }));
      });
      return parts.map((part, i) => ({
        ...frame,
        ...part,
        kind: 'data',
        kicker: continued(`${words.backup} · ${words.data}`, i, parts.length, context),
        heading: toWords(first.data.headline, wording),
        subtitle: first.data.subtitle && toWords(first.data.subtitle, wording),
        hedges: hedgesOf(first.data, first.measures, wording),
        back: backTo(first.id, context),
      }));
    }
    case 'sources':
      return [];
  }
}

/** Where the backup slides of each claim and chart will stand: they come last, after `before` others. */
function backupsOf(
  slides: readonly Slide[],
  before: number,
  { brief, wording }: Context,
): Map<string, SlideLink[]> {
  const { words } = wording.locale;
  const links = new Map<string, SlideLink[]>();
  slides.forEach(({ kind, items: [id = ''] }, i) => {
    const supported = kind === 'question' ? brief.questions.find((one) => one.id === id)?.supports : id;
    // A table that goes on over several slides is found on the first of them.
    if (supported === undefined || (kind === 'data' && links.has(supported))) return;
    const link = linkTo(before + i + 1, kind === 'question' ? words.ifAsked : words.data, wording);
    links.set(supported, [...(links.get(supported) ?? []), link]);
  });
  return links;
}

function linkTo(n: number, what: string, { locale }: Wording): SlideLink {
  return { n, label: what + locale.words.colon + fill(locale.words.slide, { n: String(n) }) };
}

/** The slide that a backup slide is about, where this deck has it. */
function backTo(id: string | undefined, { slideOf, wording }: Context): SlideLink | undefined {
  const n = slideOf.get(id ?? '');
  return n === undefined ? undefined : { n, label: fill(wording.locale.words.back, { n: String(n) }) };
}

/** Slides with every source that the deck's slides name, in the order of their numbers. */
function sourceSlides(context: Context): Slide[] {
  const { plan, wording } = context;
  if (!plan.length.slides.includes('sources')) return [];
  const foots = plan.slides.flatMap((slide) => footOf(slide, context));
  const named = [...new Map(foots.map((source) => [source.n, source])).values()];
  const keyOf = (sources: readonly SourceLine[]) => `sources ${sources.map((source) => source.n).join(' ')}`;
  const chunks = inSlides(
    named.sort((a, b) => a.n - b.n),
    SOURCE_ROWS,
    keyOf,
    context,
  );
  const { words } = wording.locale;
  return chunks.map((sources, i) => ({
    kind: 'sources',
    number: 0,
    key: keyOf(sources),
    dense: false,
    marking: plan.marking,
    kicker: chunks.length > 1 ? continued(words.sources, i, chunks.length, context) : undefined,
    footnote: undefined,
    foot: [],
    seconds: 0,
    endsAt: 0,
    items: [],
    notes: [],
    heading: words.sources,
    sources,
    hasGrades: sources.some((source) => source.grade !== undefined),
  }));
}

function footOf(slide: SlidePlan, { brief, wording, numbering }: Context): SourceLine[] {
  const own = slide.kind === 'bottom-line' ? bottomLineSources(brief, wording) : [];
  const refs = [...own, ...slide.items.flatMap((item) => itemSources(item, brief, wording))];
  const lines = new Map(refs.flatMap(({ id }) => numbering.get(id) ?? []).map((line) => [line.n, line]));
  return [...lines.values()].sort((a, b) => a.n - b.n);
}

/** What the speaker sees: the slide's seconds first, then what to say, a paragraph an item. */
function notesOf(slide: SlidePlan, endsAt: number, context: Context): string[] {
  const { brief, plan, wording } = context;
  const { words } = wording.locale;
  const pace =
    slide.seconds === 0
      ? words.backupPace
      : formatCount('pace', slide.seconds, wording.locale, {
          end: formatSeconds(endsAt),
          all: formatSeconds(plan.length.seconds),
        });
  const opening =
    slide.kind === 'title'
      ? [spokenForTitle(brief, wording)]
      : slide.kind === 'bottom-line'
        ? [spokenForBottomLine(brief, wording)]
        : [];
  // A text that goes on over several slides is said on the first of them.
  const items = slide.piece && slide.piece.n > 1 ? [] : slide.items;
  const spoken = [...opening, ...items.map((item) => spokenFor(item, wording))];
  return [pace, ...spoken, ...pronunciations(slide, spoken.join('\n'), context)];
}

/** How the names are spoken that a slide or its speaker says, where it does not show that itself. */
function pronunciations(slide: SlidePlan, spoken: string, { plan, wording }: Context): string[] {
  if (slide.kind === 'people') return [];
  const texts = [spoken, ...slide.items.flatMap(namesIn)].join('\n');
  const highest = slideMarking(slide, plan.brief, plan.audience);
  return itemsOf(plan.brief).flatMap((item) => {
    if (item.type !== 'person' || item.data.say === undefined || !mayBeSeen(item.marking, highest)) return [];
    const { name, say } = item.data;
    const { words } = wording.locale;
    return texts.includes(name) ? [name + words.comma + fill(words.say, { say })] : [];
  });
}

/** All that an item shows in which a name may stand. */
function namesIn(item: Item): string[] {
  const { data } = item;
  return [
    ...textsOf(item),
    ...('speaker' in data ? [data.speaker] : []),
    ...('by' in data ? [data.by] : []),
    ...('attribution' in data ? [data.attribution ?? ''] : []),
  ];
}

/** The events that a timeline draws, with their hedges. */
function drawnEvents(chart: Chart, { brief, wording }: Context) {
  return brief.events.flatMap(({ id, date, status, attribution, caveat }) =>
    date !== undefined && chart.events?.includes(id)
      ? [
          {
            label: capitalise(formatDate(date, wording.locale), wording.locale.language),
            status,
            attribution,
            caveat,
          },
        ]
      : [],
  );
}

function chartTexts(chart: {
  headline: string;
  subtitle?: string | undefined;
  data?: readonly { measure?: string | undefined }[] | undefined;
}) {
  return [
    chart.headline,
    chart.subtitle,
    ...(chart.data ?? []).map((datum) => datum.measure && `{${datum.measure}}`),
  ];
}

/** What a section is called: its topic, or the part of the deck that it opens. */
function openerOf({ topic, opens }: SlidePlan, { brief, wording }: Context): string {
  const { words } = wording.locale;
  const name =
    opens === undefined || opens === 'story' ? (brief.topics[topic ?? ''] ?? words.situation) : words[opens];
  return inVocabulary(name, wording);
}

function pictureOf(image: Image, use: ImageUse, { brief, wording }: Context): ImageView {
  const { alt, credit, licence } = image;
  return {
    src: imageAddress(brief.id, image.id, use),
    alt,
    credit: `${credit}${wording.locale.words.comma}${licence}`,
    places: (use === 'picture' ? (image.places ?? []) : []).map(({ name, at: [x, y] }, n) => ({
      n: n + 1,
      name: inVocabulary(name, wording),
      x,
      y,
    })),
  };
}

/** A claim as a row, by its id. */
function claimRows(id: string, context: Context): Row[] {
  const item = itemsOf(context.brief).find((other) => other.id === id);
  return item?.type === 'claim' ? [textRow(item, item.data.text, context)] : [];
}

function continued(name: string, i: number, of: number, { wording }: Context): string {
  return of === 1 ? name : fill(wording.locale.words.continued, { name, n: String(i + 1), all: String(of) });
}

/** The part of a list that one of several slides shows; the same rows of two lists stand side by side. */
function inPiece<T>(list: readonly T[], piece: Piece | undefined): readonly T[] {
  if (!piece) return list;
  const rows = Math.ceil(list.length / piece.of);
  return list.slice((piece.n - 1) * rows, piece.n * rows);
}

interface Numbered {
  n: number;
  cells: readonly string[];
}

/** Divides the rows of a table among slides: no more on one than `most`, and than was measured to fit. */
function inSlides<T>(
  rows: readonly T[],
  most: number,
  keyOf: (rows: readonly T[]) => string,
  { overflowing }: Context,
): T[][] {
  return divide(rows, (part) => part.length <= most && !overflowing.has(keyOf(part)));
}
