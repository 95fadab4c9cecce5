/** In which order a deck tells what it tells: its parts, types of item and topics, and the story within. */
import { z } from 'zod';
import { ITEM_KINDS, type ItemType, PARTS, type Part } from '../kinds/kinds.js';
import { list } from './fields.js';

/** A place in a deck: a part of it, what is of one type, or what is told of one topic. */
export type Place = Part | ItemType | `topic:${string}`;

/** How the story is told. */
export const SORTS = ['topic', 'time', 'file'] as const;
export type Sort = (typeof SORTS)[number];

/** Types that may be placed: those that have a place in the time. */
const PLACED: readonly string[] = ITEM_KINDS.filter(({ part }) => part !== undefined).map(({ type }) => type);

const place = z
  .string()
  .max(80)
  .regex(new RegExp(`^(?:${[...PARTS, ...PLACED].join('|')}|topic:[a-z][a-z0-9_-]*)$`), {
    error: `is no place in a deck: a part (${PARTS.join(', ')}), a type of item (${PLACED.join(', ')}), or a topic ("topic:economy")`,
  })
  .transform((text) => text as Place);

export const order = list(place);

export const sort = z
  .enum(SORTS)
  .describe('How the story is told: topic by topic, by time, or as the file has it.');

/** How a brief may arrange its decks, whatever the audience. */
export const arrangement = {
  order: order
    .default([])
    .describe(
      'What comes first, in this order: parts, types of item ("quote") and topics ("topic:economy"). The rest follows as each audience has it.',
    ),
  sort: sort.optional(),
};
