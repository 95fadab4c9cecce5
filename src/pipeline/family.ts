/** One brief for one audience, to its decks in every length: select, then compose. Pure. */
import { composeDecks } from '../compose/deck.js';
import type { Deck } from '../compose/slide.js';
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
}

/**
 * Plans and decks, shortest first. `overflowing` are keys of slides that were measured and do not fit. Throws `BriefError`
 * where the bottom line takes longer than the shortest length.
 */
export function familyOf(
  { brief, tables }: VisibleLoaded,
  audience: Audience,
  lengths: Lengths,
  locale: Locale,
  overflowing?: ReadonlySet<string>,
): PlannedDeck[] {
  const wording: Wording = {
    measures: brief.measures,
    locale,
    spellOut: audience.spellOut ? brief.glossary : {},
    replace: audience.replace,
  };
  const plans = planDecks(brief, audience, lengthsFor(audience, lengths), wording, overflowing);
  const decks = composeDecks(plans, tables, wording, overflowing);
  return plans.flatMap((plan, i) => {
    const deck = decks[i];
    return deck ? [{ plan, deck, locale, wording }] : [];
  });
}
