/** The index of everything in the output folder: what is built now, and what earlier builds left there. */
import type { Manifest } from '../certificates/manifest.js';
import type { Style } from '../compose/slide.js';
import { deckPath } from '../formats/files.js';
import { BRAND } from '../load/profiles.js';
import { highestMarking, MARKINGS } from '../load/vocabulary.js';
import { type Card, indexPage } from './index-page.js';
import type { PreviousBuild } from './previous-build.js';

/** What the covers of some decks are set in. */
export interface CoverStyle {
  style: Style;
  css: string;
}

/** The page, and what the next build needs to make it again. */
export type Index = { html: string } & Pick<PreviousBuild, 'cards' | 'styles'>;

/** Fonts of a style for a text, as `@font-face` rules. */
type FontCss = (style: Style, text: string) => Promise<string>;

/** What the page itself is set in. */
const PLAIN: Style = { theme: 'plain', brand: BRAND, templates: undefined, draft: false, unreviewed: false };

/** `earlier` are the certificates in the folder, `kept` is what the last build kept of their decks. */
export async function makeIndex(
  built: readonly Card[],
  covers: ReadonlyMap<string, CoverStyle>,
  earlier: readonly Manifest[],
  kept: PreviousBuild,
  fontCss: FontCss,
): Promise<Index> {
  const isBuilt = new Set(built.map(({ manifest }) => keyOf(manifest)));
  const left = earlier.filter((manifest) => !isBuilt.has(keyOf(manifest)));
  const all = [...built, ...left.map((manifest) => cardOf(manifest, kept))].sort(byDeck);
  const used = new Set(all.map(({ style }) => style));
  const keptStyles = Object.entries(kept.styles).filter(([name]) => used.has(name) && !covers.has(name));
  const css = new Map([
    ...[...covers].map(([name, { css }]) => [name, css] as const),
    ...keptStyles.map(([name, { css }]) => [name, css] as const),
  ]);
  const marking = highestMarking(
    MARKINGS.filter((label) => all.some((card) => card.manifest.marking === label)),
  );
  const bare = indexPage(all, marking, css, '');
  const rulesOf = async (style: Style) =>
    (await fontCss(style, bare)).split(/(?=@font-face)/).filter((rule) => rule !== '');
  const fonts = new Map<string, readonly string[]>([
    ['plain', await rulesOf(PLAIN)],
    ...(await Promise.all(
      [...covers].map(async ([name, { style }]) => [name, await rulesOf(style)] as const),
    )),
    ...keptStyles.map(([name, { fonts }]) => [name, fonts] as const),
  ]);
  const rules = [...fonts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, faces]) => faces);
  return {
    html: indexPage(all, marking, css, [...new Set(rules)].join('')),
    cards: Object.fromEntries(
      all.map(({ manifest, audience, about, cover, style }) => [
        keyOf(manifest),
        { audience, about, cover, style },
      ]),
    ),
    styles: Object.fromEntries(
      [...css].map(([name, sheet]) => [name, { css: sheet, fonts: [...(fonts.get(name) ?? [])] }]),
    ),
  };
}

function keyOf({ brief, audience, length, draft }: Manifest): string {
  return deckPath({ brief: brief.id, audience, length, draft: draft === true });
}

/** The card of a deck of an earlier build; of one that nothing was kept of, as far as its certificate goes. */
function cardOf(manifest: Manifest, { cards, styles }: PreviousBuild): Card {
  const card = cards[keyOf(manifest)];
  if (!card) return { manifest, audience: manifest.audience, about: '', cover: undefined, style: '' };
  // A cover without its style would be a heap of words.
  return { manifest, ...card, cover: styles[card.style] && card.cover };
}

/** By brief, by audience, the shortest deck first. */
function byDeck(a: Card, b: Card): number {
  const [one, other] = [a.manifest, b.manifest];
  return (
    compare(one.brief.id, other.brief.id) ||
    compare(one.audience, other.audience) ||
    one.limit - other.limit ||
    compare(one.length, other.length) ||
    Number(one.draft ?? false) - Number(other.draft ?? false)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
