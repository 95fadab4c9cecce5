/** The files of a deck: every wanted edition in every wanted format that it is made in. */
import type { Deck } from '../compose/slide.js';
import { EDITIONS, type Edition } from './edition.js';
import type { DeckFile, DeckToMake, Format, MakeTools } from './format.js';

/** What a deck's files are named by. */
type DeckName = Pick<Deck, 'brief' | 'audience' | 'length' | 'draft'>;

/** The editions and formats that are made of each deck, in the order of their files. */
export function plannedFiles(
  formats: readonly Format[],
  editions: readonly Edition[],
): { format: Format; edition: Edition }[] {
  return EDITIONS.filter((one) => editions.includes(one)).flatMap((edition) =>
    formats.filter((format) => format.editions.includes(edition)).map((format) => ({ format, edition })),
  );
}

/** `bridge/public-short`, and `bridge/public-short.draft`, which overwrites no finished deck. */
export function deckPath({ brief, audience, length, draft }: DeckName): string {
  return `${brief}/${audience}-${length}${draft ? '.draft' : ''}`;
}

/** `bridge/public-short.speaker.html`; the edition for the audience has the plain name. */
export function fileName(deck: DeckName, edition: Edition, { extension }: Format, part?: string): string {
  const parts = [...(edition === 'audience' ? [] : [edition]), ...(part === undefined ? [] : [part])];
  return [deckPath(deck), ...parts, extension].join('.');
}

export async function makeFiles(
  deck: DeckToMake,
  formats: readonly Format[],
  editions: readonly Edition[],
  tools: MakeTools,
): Promise<DeckFile[]> {
  const files: DeckFile[] = [];
  for (const { format, edition } of plannedFiles(formats, editions)) {
    for (const { part, bytes } of await format.make(deck, edition, tools))
      files.push({ name: fileName(deck.deck, edition, format, part), bytes, format, edition, part });
  }
  return files;
}
