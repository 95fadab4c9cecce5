/** What a briefer wants of decks: items that must be in or stay out, how many slides there may be, and their order. */
import { z } from 'zod';
import type { Problem } from '../core/problem.js';
import { id, list } from './fields.js';

const names = list(
  z
    .string()
    .regex(/^[\w-]+$/, { error: 'is no name of an audience or a length' })
    .max(64),
).min(1);

const lengths = names.optional().describe('Lengths that it is meant for; every one, where this is left out.');
const audiences = names
  .optional()
  .describe('Audiences that it is meant for; every one, where this is left out.');

/** For whom and for how long something is wanted. */
interface Scope {
  audiences?: readonly string[] | undefined;
  lengths?: readonly string[] | undefined;
}

/** An item that must be in some decks, or stay out of them. */
export interface ItemWish extends Scope {
  item: string;
}

/** How many slides some decks may have. */
export interface SlideLimit extends Scope {
  most: number;
}

const slides = z.int().min(1).max(500).describe('Slides, without sources and backup.');
const itemWish = z.strictObject({ item: id.describe('Id of the item.'), audiences, lengths });
const slideLimit = z.strictObject({ most: slides, audiences, lengths });

const itemsIn = (entry: z.ZodType<ItemWish, ItemWish>) =>
  list(
    z.union([id, entry]).transform((wish): ItemWish => (typeof wish === 'string' ? { item: wish } : wish)),
  );
const limitsIn = (entry: z.ZodType<SlideLimit, SlideLimit>) =>
  z
    .union([slides, list(entry)])
    .transform((limit): readonly SlideLimit[] => (typeof limit === 'number' ? [{ most: limit }] : limit));

const ABOUT = {
  pins: 'Items that must be in, by their ids. What cannot be met is an error.',
  drops: 'Items that stay out, by their ids.',
  maxSlides: 'The most slides that a deck may have, without sources and backup.',
};

/** What a brief may want. */
export const briefWishes = {
  pins: itemsIn(itemWish).default([]).describe(ABOUT.pins),
  drops: itemsIn(itemWish).default([]).describe(ABOUT.drops),
  maxSlides: limitsIn(slideLimit).default([]).describe(ABOUT.maxSlides),
};

/** What a profile may want: it is one audience's. */
export const profileWishes = {
  pins: itemsIn(itemWish.omit({ audiences: true }))
    .optional()
    .describe(ABOUT.pins),
  drops: itemsIn(itemWish.omit({ audiences: true }))
    .optional()
    .describe(ABOUT.drops),
  maxSlides: limitsIn(slideLimit.omit({ audiences: true }))
    .optional()
    .describe(ABOUT.maxSlides),
};

/** What is wanted in one place: a profile, a brief or a call. */
export interface Wanted {
  pins?: readonly ItemWish[] | undefined;
  drops?: readonly ItemWish[] | undefined;
  maxSlides?: readonly SlideLimit[] | undefined;
}

/** One wish of a briefer, for one audience. */
export type Wish = {
  /** As it is called in a message: `pins: cost`. */
  said: string;
  /** Where it was written; a call has no place. */
  place: Pick<Problem, 'file' | 'line' | 'column' | 'path'>;
  /** The lengths it is meant for; every one, where there are none. */
  lengths: readonly string[] | undefined;
} & ({ kind: 'pin' | 'drop'; item: string } | { kind: 'limit'; most: number });

/** What is wanted, as a list of wishes for an audience. */
export function wishesIn(
  { pins = [], drops = [], maxSlides = [] }: Wanted,
  audience: string,
  placeOf: (path: readonly PropertyKey[]) => Wish['place'],
): Wish[] {
  const wish = ({ audiences, lengths }: Scope, field: string, value: string | number, i: number) =>
    audiences?.includes(audience) === false
      ? []
      : [{ said: `${field}: ${value}`, place: placeOf([field, i]), lengths }];
  return [
    ...pins.flatMap((pin, i) =>
      wish(pin, 'pins', pin.item, i).map((one) => ({ ...one, kind: 'pin' as const, item: pin.item })),
    ),
    ...drops.flatMap((drop, i) =>
      wish(drop, 'drops', drop.item, i).map((one) => ({ ...one, kind: 'drop' as const, item: drop.item })),
    ),
    ...maxSlides.flatMap((limit, i) =>
      wish(limit, 'maxSlides', limit.most, i).map((one) => ({
        ...one,
        kind: 'limit' as const,
        most: limit.most,
      })),
    ),
  ];
}

/** `"drops: cost" (brief.yaml:12)` */
export function nameWish({ said, place: { file, line } }: Wish): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place === '' ? `"${said}"` : `"${said}" (${place})`;
}
