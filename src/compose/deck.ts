/** The third stage: a plan to slides in words. Pure: the same plan gives the same deck. */
import type { BriefWords } from '../items/item.js';
import { isBottomLineUnreviewed, isItemUnreviewed, itemsOf, textsOf } from '../items/items.js';
import { type Item, SLIDES } from '../kinds/kinds.js';
import { fill } from '../load/locale.js';
import type { Table } from '../load/table.js';
import { highestMarking, mayBeSeen } from '../load/vocabulary.js';
import { slideMarking } from '../select/marking.js';
import type { Plan } from '../select/plan.js';
import { type SlidePlan, slideKey } from '../select/slide-plan.js';
import { findingSlides } from '../slides/findings.js';
import type { SlideContext, SlideFrame } from '../slides/slide-kind.js';
import { sourceSlides } from '../slides/sources.js';
import type { VisibleBrief } from '../visible/visible.js';
import { formatSeconds } from '../words/dates.js';
import { formatCount } from '../words/numbers.js';
import type { Wording } from '../words/texts.js';
import { bottomLineSources, itemSources } from './rows.js';
import type { Deck, Slide } from './slide.js';
import { numberSources } from './sources.js';
import type { Numbering, OpenFindings, SlideLink, SourceLine } from './view.js';

/** What the slides of a deck are composed from. */
interface DeckContext extends SlideContext {
  brief: VisibleBrief;
  plan: Plan;
}

/** Composes the decks of one audience, one for each of its plans; drafts, where what is open in them is given. */
export function composeDecks(
  plans: readonly Plan[],
  tables: ReadonlyMap<string, Table>,
  words: BriefWords,
  overflowing: ReadonlySet<string> = new Set(),
  open?: OpenFindings,
): Deck[] {
  const numbering = numberSources(plans, words.wording);
  return plans.map((plan) => composeDeck(plan, tables, words, numbering, overflowing, open));
}

function composeDeck(
  plan: Plan,
  tables: ReadonlyMap<string, Table>,
  words: BriefWords,
  numbering: Numbering,
  overflowing: ReadonlySet<string>,
  open: OpenFindings | undefined,
): Deck {
  const { brief, audience, length } = plan;
  const { wording } = words;
  const told = plan.slides.filter(({ kind }) => SLIDES[kind].isTimed);
  const slideOf = new Map<string, number>();
  told.forEach((slide, i) => {
    for (const item of slide.items) if (!slideOf.has(item.id)) slideOf.set(item.id, i + 1);
  });
  const context: DeckContext = {
    plan,
    brief,
    all: itemsOf(brief),
    wording,
    words,
    numbering,
    slideOf,
    backups: new Map(),
    tables,
    overflowing,
  };
  const asked = plan.slides.filter(({ kind }) => !SLIDES[kind].isTimed);
  const named = plan.slides.flatMap((slide) => footOf(slide, context));
  const sources = length.slides.includes('sources') ? sourceSlides(named, plan.marking, context) : [];
  const backup = asked.flatMap((slide) => slidesOf(slide, 0, { ...context, piece: slide.piece }));
  const backups = backupsOf(backup, told.length + sources.length, context);
  let endsAt = 0;
  const shown = told.flatMap((slide) => {
    endsAt += slide.seconds;
    return slidesOf(slide, endsAt, { ...context, backups, piece: slide.piece });
  });
  const findings = open ? findingSlides(open, length.id, context) : [];
  const slides = [...shown, ...sources, ...backup, ...findings].map(
    (slide, i) => ({ ...slide, number: i + 1 }) as Slide,
  );
  const { draft, unreviewed, colon } = wording.locale.words;
  const isUnreviewed = slides.some((slide) => slide.unreviewed);
  const marks = [...(open ? [draft] : []), ...(isUnreviewed ? [unreviewed] : [])];
  return {
    brief: brief.id,
    audience: audience.id,
    length: length.id,
    title: [...marks, words.title.text].join(colon),
    author: brief.author,
    language: brief.language,
    direction: wording.locale.direction,
    theme: audience.theme,
    brand: audience.brand,
    templates: audience.templates,
    asOf: brief.asOf,
    draft: open !== undefined,
    unreviewed: isUnreviewed,
    marking: findings.length > 0 && open ? highestMarking([plan.marking, open.marking]) : plan.marking,
    seconds: plan.seconds,
    slides,
  };
}

/** The slides that a planned slide becomes; the first of them ends at `endsAt`. */
function slidesOf(slide: SlidePlan, endsAt: number, context: DeckContext): readonly Slide[] {
  const frame: SlideFrame = {
    number: 0,
    key: slideKey(slide),
    dense: slide.dense,
    unreviewed: isUnreviewed(slide, context),
    marking: slideMarking(slide, context.brief, context.plan.audience),
    footnote: undefined,
    foot: footOf(slide, context),
    seconds: slide.seconds,
    endsAt,
    items: slide.items.map((item) => item.id),
    notes: notesOf(slide, endsAt, context),
  };
  return SLIDES[slide.kind].compose({ slide, frame, context });
}

/** Whether a slide has an item or a number that nobody has reviewed; the title slide, whether any of the deck has. */
function isUnreviewed({ kind, items }: SlidePlan, { brief, plan }: DeckContext): boolean {
  const shown = kind === 'title' ? plan.items : items;
  const hasBottomLine = kind === 'title' || kind === 'bottom-line';
  return (
    (hasBottomLine && isBottomLineUnreviewed(brief)) || shown.some((item) => isItemUnreviewed(item, brief))
  );
}

/** Where the backup slides of each claim and chart will stand: they come last, after `before` others. */
function backupsOf(
  slides: readonly Slide[],
  before: number,
  { brief, wording }: DeckContext,
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

function footOf(slide: SlidePlan, { brief, wording, numbering }: SlideContext): SourceLine[] {
  const own = slide.kind === 'bottom-line' ? bottomLineSources(brief, wording) : [];
  const refs = [...own, ...slide.items.flatMap((item) => itemSources(item, wording))];
  const lines = new Map(refs.flatMap(({ id }) => numbering.get(id) ?? []).map((line) => [line.n, line]));
  return [...lines.values()].sort((a, b) => a.n - b.n);
}

/** What the speaker sees: the slide's seconds first, then what to say, a paragraph an item. */
function notesOf(slide: SlidePlan, endsAt: number, context: DeckContext): string[] {
  const { plan, wording, words } = context;
  const { backupPace } = wording.locale.words;
  const pace =
    slide.seconds === 0
      ? backupPace
      : formatCount('pace', slide.seconds, wording.locale, {
          end: formatSeconds(endsAt),
          all: formatSeconds(plan.length.seconds),
        });
  const opening =
    slide.kind === 'title' ? [words.title.said] : slide.kind === 'bottom-line' ? [words.bottomLine.said] : [];
  // A text that goes on over several slides is said on the first of them.
  const items = slide.piece && slide.piece.n > 1 ? [] : slide.items;
  const spoken = [...opening, ...items.map((item) => words.of(item).said)];
  return [pace, ...spoken, ...pronunciations(slide, spoken.join('\n'), context)];
}

/** How the names are spoken that a slide or its speaker says, where it does not show that itself. */
function pronunciations(slide: SlidePlan, spoken: string, { plan, wording }: DeckContext): string[] {
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
    ...('by' in data ? [data.by ?? ''] : []),
    ...('attribution' in data ? [data.attribution ?? ''] : []),
  ];
}
