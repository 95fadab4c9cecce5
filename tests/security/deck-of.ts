/** A deck of one slide with a project's own templates, as far as a reader's HTML file. */
import { drawBrand } from '../../src/images/brand.js';
import { loadBrand } from '../../src/load/brand.js';
import { BRAND, readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { presentable } from '../../src/render/document.js';
import { folderOf } from '../load/folder-of.js';
import { loadedFrom, visibleOf } from '../loaded.js';

const BRIEF = { id: 'b', title: 'The bridge', asOf: '2026-03-02', bottomLine: 'The bridge is shut.' };

/** The HTML of the shortest deck, or of a longer one; `files` are those of the template folder. */
export async function deckOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  length = 'flash',
): Promise<string> {
  const templates = await loadTemplates(await folderOf(files));
  const audience = { ...readAudience(templates, 'public'), theme: 'plain' };
  const locale = readLocale(templates, 'en');
  const member = familyOf(
    wordFamily(visibleOf(loadedFrom(BRIEF)), audience, locale),
    readLengths(templates),
  ).find(({ plan }) => plan.length.id === length);
  if (!member) throw new Error(`there is no deck "${length}"`);
  const brand = await loadBrand(templates);
  const renderer = new DeckRenderer(templates, new Map(brand ? [[BRAND, await drawBrand(brand)]] : []));
  return presentable(await renderer.rendered(member.deck, renderer.markdown(member.deck, locale, false)));
}
