/**
 * An option: one of several things that can be done, with what speaks for and against it. It is there to be compared: the
 * speaker says what it is and what it costs.
 */
import { z } from 'zod';
import { common, hedge, id, list, prose, text } from '../load/fields.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { inVocabulary, toWords } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { said } from './spoken.js';

const points = list(text).max(4).default([]);

const schema = z.strictObject({
  id,
  text: text.describe('What can be done, in a few words.'),
  for: points.describe('What speaks for it, four points at most.'),
  against: points.describe('What speaks against it, four points at most.'),
  cost: text.optional().describe('What it costs.'),
  risk: text.optional().describe('What can go wrong.'),
  by: prose.optional().describe('Who would do it.'),
  caveat: hedge.caveat,
  ...common,
});

export type Option = z.output<typeof schema>;
export type OptionItem = ItemOf<'option', Option>;

const textsOf = ({ text, for: pro, against, cost, risk }: Option) =>
  [text, ...pro, ...against, cost, risk].flatMap((one) => one ?? []);

/** Options stand side by side: what one takes of a slide's height takes no more than all of them. */
const SHARE = 110;

export const option = itemKind({
  type: 'option',
  list: 'options',
  schema,
  precedence: 92,
  part: 'closing',
  slide: 'option',
  arranged: 'rows',
  stated: ['text', 'for', 'against', 'cost', 'risk', 'caveat'],
  shown: (data) => ({ texts: textsOf(data), named: data.by === undefined ? [] : [data.by] }),
  spoken({ cost }, { says: [text] }, wording) {
    const { words } = wording.locale;
    return said(wording, text, cost && words.cost + words.colon + toWords(cost, wording));
  },
  room: () => SHARE,
  longRows: ({ for: pro, against }) => Math.max(1, pro.length, against.length),
  statement: ({ data }, _, wording) => ({
    texts: [
      ...textsOf(data).map((one) => toWords(one, wording)),
      ...(data.by === undefined ? [] : [inVocabulary(data.by, wording)]),
    ],
    hedges: hedgesOf({ caveat: data.caveat }, measuresIn(...textsOf(data)), wording),
  }),
});
