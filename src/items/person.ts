/** A person: who somebody is. Name and role are no texts with measures: a brace is a brace. */
import { z } from 'zod';
import { common, id, name, prose } from '../load/fields.js';
import { inVocabulary } from '../words/texts.js';
import { type ItemOf, itemKind } from './item.js';
import { FINE, rowRoom, TEXT } from './room.js';
import { said } from './spoken.js';

const schema = z.strictObject({
  id: id.optional(),
  name,
  role: prose,
  say: name.optional().describe('How the name is spoken: "AH-nah roo-EETH".'),
  ...common,
});

export type Person = z.output<typeof schema>;
export type PersonItem = ItemOf<'person', Person>;

export const person = itemKind({
  type: 'person',
  list: 'people',
  schema,
  precedence: 90,
  part: 'people',
  slide: 'people',
  arranged: 'rows',
  shown: ({ name, role }) => ({ texts: [], verbatim: [name], named: [role] }),
  spoken: (_, { says }, wording) => said(wording, says.join(wording.locale.words.comma)),
  room: ({ role }) => rowRoom(role, [], TEXT, FINE) - 12,
  statement: ({ data }, _, wording) => ({
    texts: [data.name, inVocabulary(data.role, wording)],
    hedges: [],
  }),
});
