/** One brief for one audience, to its decks in every length: select, then compose. Pure. */
import { composeDecks } from '../compose/deck.js';
import type { Deck } from '../compose/slide.js';
import type { OpenFindings } from '../compose/view.js';
import { type WordedBrief, wordBrief } from '../items/worded.js';
import type { Locale } from '../load/locale.js';
import { type Audience, type Lengths, lengthsFor } from '../load/profiles.js';
import { type Plan, planDecks } from '../select/plan.js';
import type { VisibleLoaded } from '../visible/visible.js';
import type { Wording } from '../words/texts.js';

export interface PlannedDeck {
  plan: Plan;
  deck: Deck;
  locale: Locale;
  wording: Wording;
  words: WordedBrief;
}

/** A brief in the words of an audience, and what its decks are planned from: made once, however often they are planned. */
export interface WordedFamily {
  loaded: VisibleLoaded;
  audience: Audience;
  locale: Locale;
  words: WordedBrief;
}

/** Puts what an audience may see into its words. */
export function wordFamily(loaded: VisibleLoaded, audience: Audience, locale: Locale): WordedFamily {
  const { brief } = loaded;
  const words = wordBrief(brief, {
    measures: brief.measures,
    rivals: brief.rivals,
    locale,
    spellOut: audience.spellOut ? brief.glossary : {},
    replace: audience.replace,
  });
  return { loaded, audience, locale, words };
}

export interface FamilyOptions {
  /** Ids of the lengths that are wanted: no longer one is made. Every one, where nothing is said. */
  wanted?: ReadonlySet<string>;
  /** Keys of slides that were measured and do not fit. */
  overflowing?: ReadonlySet<string>;
  /** What drafts list; decks are drafts where it is given. */
  open?: OpenFindings | undefined;
}

/**
 * Plans and decks, shortest first. Throws `BriefError` where the bottom line takes longer than the shortest length, in a
 * deck that is no draft.
 */
export function familyOf(
  { loaded: { tables }, audience, locale, words }: WordedFamily,
  lengths: Lengths,
  { wanted, overflowing, open }: FamilyOptions = {},
): PlannedDeck[] {
  const { wording } = words;
  const all = lengthsFor(audience, lengths);
  const last = wanted ? all.lengths.findLastIndex(({ id }) => wanted.has(id)) : all.lengths.length - 1;
  // What a deck says starts from what shorter ones say, and from nothing longer.
  const needed = { ...all, lengths: all.lengths.slice(0, last + 1) };
  const plans = planDecks(words, audience, needed, overflowing, open !== undefined);
  const decks = composeDecks(plans, tables, words, overflowing, open);
  return plans.flatMap((plan, i) => {
    const deck = decks[i];
    return deck ? [{ plan, deck, locale, wording, words }] : [];
  });
}
