/** The files of a deck: every wanted edition in every wanted format that it is made in. */
import { EDITIONS, type Edition } from './edition.js';
import type { DeckFile, DeckToMake, Format, MakeTools } from './format.js';

export async function makeFiles(
  deck: DeckToMake,
  formats: readonly Format[],
  editions: readonly Edition[],
  tools: MakeTools,
): Promise<DeckFile[]> {
  const { brief, audience, length } = deck.deck;
  const files: DeckFile[] = [];
  for (const edition of EDITIONS.filter((one) => editions.includes(one))) {
    for (const format of formats.filter((one) => one.editions.includes(edition))) {
      for (const { part, bytes } of await format.make(deck, edition, tools)) {
        const name = [
          `${audience}-${length}`,
          ...(edition === 'audience' ? [] : [edition]),
          ...(part === undefined ? [] : [part]),
          format.extension,
        ].join('.');
        files.push({ name: `${brief}/${name}`, bytes, format, edition, part });
      }
    }
  }
  return files;
}
