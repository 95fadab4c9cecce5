/** The editions that a deck is made in: who each file of it is for. */

export const EDITIONS = ['audience', 'speaker', 'handout'] as const;
export type Edition = (typeof EDITIONS)[number];

/** The editions that are made where nothing is said: a handout is asked for. */
export const DEFAULT_EDITIONS: readonly Edition[] = ['audience', 'speaker'];

/** Whether an edition holds what the speaker says. */
export const HAS_NOTES: Readonly<Record<Edition, boolean>> = {
  audience: false,
  speaker: true,
  handout: true,
};
