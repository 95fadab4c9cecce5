/** What an item is known by, and where it stands. */
import { LISTS } from '../kinds/kinds.js';
import type { Brief } from './schema.js';
import type { Path } from './schema-errors.js';

/** The id of an item. People need none of their own: their name makes one. */
export function itemId(item: { id?: string | undefined }): string {
  if (item.id !== undefined) return item.id;
  const name = 'name' in item ? String(item.name) : '';
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return `person-${slug.replace(/^-|-$/g, '')}`;
}

/** Where the item stands that has an id; `undefined` where there is none. */
export function pathOfItem(brief: Brief, id: string): Path | undefined {
  for (const list of LISTS) {
    // A broken brief has holes in its lists.
    const i = brief[list].findIndex((item) => item !== undefined && itemId(item) === id);
    if (i >= 0) return [list, i];
  }
  return undefined;
}

/** The ids of all items of a brief. */
export function itemIds(brief: Brief): string[] {
  return LISTS.flatMap((list) => brief[list].flatMap((item) => (item ? [itemId(item)] : [])));
}
