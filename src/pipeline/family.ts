/** One brief for one audience, to its decks in every length: select, then compose. Pure. */
import { composeDecks } from '../compose/deck.js';
import type { Deck } from '../compose/slide.js';
import type { OpenFindings } from '../compose/view.js';
import { type WordedBrief, wordBrief } from '../items/worded.js';
import type { Locale } from '../load/locale.js';
import { type Audience, type Lengths, lengthsFor } from '../load/profiles.js';
import { showPath } from '../load/schema-errors.js';
import { type Wish, wishesIn } from '../load/steering.js';
import { arrangedFor } from '../select/order.js';
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
  /** What the brief, the profile and the call want of the decks. */
  wishes: readonly Wish[];
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
  const { placeOf, pathInFile, file } = loaded;
  const own = wishesIn(brief, audience.id, (path) => {
    const at = pathInFile(path);
    return { file, ...placeOf(at), path: showPath(at) };
  });
  return {
    loaded,
    audience: arrangedFor(audience, brief),
    locale,
    words,
    wishes: [...own, ...audience.wishes],
  };
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
  { loaded: { tables }, audience, locale, words, wishes }: WordedFamily,
  lengths: Lengths,
  { wanted, overflowing, open }: FamilyOptions = {},
): PlannedDeck[] {
  const { wording } = words;
  const all = lengthsFor(audience, lengths);
  const made = all.lengths.findLastIndex(({ id }) => wanted?.has(id) ?? true) + 1;
  // What a deck says starts from what shorter ones say. What must be in a longer one takes room in it, as it was measured.
  const steered = all.lengths.findLastIndex(({ id }) => wishes.some((wish) => isLimiting(wish, id))) + 1;
  const plans = planDecks(words, audience, all, {
    ...{ wishes, overflowing, isDraft: open !== undefined },
    count: Math.max(made, steered),
  });
  const decks = composeDecks(plans, tables, words, overflowing, open);
  return plans.flatMap((plan, i) => {
    const deck = decks[i];
    return deck ? [{ plan, deck, locale, wording, words }] : [];
  });
}

/** Whether a wish takes room in a length. */
function isLimiting({ kind, lengths }: Wish, length: string): boolean {
  return kind !== 'drop' && (lengths?.includes(length) ?? true);
}
