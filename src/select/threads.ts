/**
 * Items that need each other: claims that answer or follow one another, judgments and what they rest on, options of one
 * topic.
 */
import type { ClaimItem } from '../items/claim.js';
import type { Item } from '../kinds/kinds.js';

/**
 * Claims as they stand together, in the order of the story: each with those that follow it directly after it, then
 * those that answer it. A claim that has to do with no other is alone.
 */
export function threadsOf(claims: readonly ClaimItem[]): ClaimItem[][] {
  const known = new Set(claims.map(({ id }) => id));
  const before = (claim: ClaimItem) =>
    [claim.data.follows, claim.data.answers].find((id) => id !== undefined && known.has(id));
  const after = new Map<string, ClaimItem[]>();
  const inOrder = [...claims].sort(
    (a, b) =>
      Number(b.data.follows !== undefined) - Number(a.data.follows !== undefined) || a.order - b.order,
  );
  for (const claim of inOrder) {
    const id = before(claim);
    if (id !== undefined) after.set(id, [...(after.get(id) ?? []), claim]);
  }
  const placed = new Set<ClaimItem>();
  const threadFrom = (claim: ClaimItem): ClaimItem[] => {
    if (placed.has(claim)) return [];
    placed.add(claim);
    return [claim, ...(after.get(claim.id) ?? []).flatMap(threadFrom)];
  };
  const stories = [...claims].sort((a, b) => a.order - b.order);
  const firsts = stories.filter((claim) => before(claim) === undefined);
  // Two claims that answer each other have no first: the order of the file decides.
  return [...firsts, ...stories]
    .map(threadFrom)
    .filter((thread) => thread.length > 0)
    .sort(([a], [b]) => (a?.order ?? 0) - (b?.order ?? 0));
}

/** What an item needs beside it in a deck. */
export interface Needs {
  /** The items, itself among them. */
  items: readonly Item[];
  /** Whether something that it needs may not be in the deck at all. */
  isShort: boolean;
}

/** What an item needs beside it, where some others are in a deck already. */
export type FindNeeds = (item: Item, chosen: readonly Item[]) => Needs;

/** Tells what items need: of `all`, `eligible` may be in a deck, most important first. */
export function needsIn(all: readonly Item[], eligible: readonly Item[]): FindNeeds {
  const byId = new Map(eligible.map((item) => [item.id, item]));
  const answering = new Map<string, ClaimItem[]>();
  for (const item of all) {
    if (item.type !== 'claim' || item.data.answers === undefined) continue;
    answering.set(item.data.answers, [...(answering.get(item.data.answers) ?? []), item]);
  }
  return (item, chosen) => {
    const items = new Set<Item>();
    let isShort = false;
    const need = (one: Item | undefined) => {
      if (!one) isShort = true;
      if (!one || items.has(one)) return;
      items.add(one);
      if (one.type === 'claim') {
        const { answers, follows } = one.data;
        for (const id of [answers, follows]) if (id !== undefined) need(byId.get(id));
        for (const { id } of answering.get(one.id) ?? []) need(byId.get(id));
      }
      // Who chooses is shown all that there is to choose from.
      if (one.type === 'option')
        for (const other of eligible)
          if (other.type === 'option' && other.data.topics[0] === one.data.topics[0]) need(other);
      if (one.type === 'question' && one.data.supports !== undefined) need(byId.get(one.data.supports));
      if (one.type === 'judgment' && one.data.basis.length > 0) {
        const { basis } = one.data;
        const has = (list: readonly Item[]) => list.some(({ id }) => basis.includes(id));
        if (!has(chosen) && !has([...items])) need(eligible.find(({ id }) => basis.includes(id)));
      }
    };
    need(item);
    return { items: [...items].filter((one) => one === item || !chosen.includes(one)), isShort };
  };
}
