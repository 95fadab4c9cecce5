/** A person: who somebody is. Name and role are no texts with measures: a brace is a brace. */
import { inVocabulary } from '../words/texts.js';
import type { ItemKind, PersonItem } from './item.js';
import { FINE, rowRoom, TEXT } from './room.js';
import { said } from './spoken.js';

export const person: ItemKind<PersonItem> = {
  type: 'person',
  list: 'people',
  part: 'people',
  slides: ['people'],
  shown: ({ name, role }) => ({ texts: [], verbatim: [name], named: [role] }),
  spoken: ({ data }, wording) =>
    said(wording, `${data.name}${wording.locale.words.comma}${inVocabulary(data.role, wording)}`),
  room: ({ data }) => rowRoom(data.role, [], TEXT, FINE) - 12,
  statement: ({ data }, _, wording) => ({
    texts: [data.name, inVocabulary(data.role, wording)],
    hedges: [],
  }),
};
