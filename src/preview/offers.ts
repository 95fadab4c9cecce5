/** What can be chosen in a preview: briefs of the folder, and audiences, lengths, languages and themes of the templates. */
import path from 'node:path';
import { findBriefs } from '../load/load.js';
import { lengthsFor, readAudience, readLengths } from '../load/profiles.js';
import { loadTemplates, namesIn } from '../load/templates.js';
import { CHOOSABLE, type Offer, type Offers, type Selection } from './messages.js';

/** What is offered at most: where a call names audiences or lengths, no others. */
export interface OfferLimits {
  target: string;
  templates: string | undefined;
  audiences: readonly string[] | undefined;
  lengths: readonly string[] | undefined;
}

/** The offers for an audience, which has lengths of its own; without it, for the first. */
export async function readOffers(limits: OfferLimits, audience: string | undefined): Promise<Offers> {
  const templates = await loadTemplates(limits.templates);
  const isWanted = (names: readonly string[] | undefined) => (id: string) =>
    names === undefined || names.includes('all') || names.includes(id);
  const audiences = namesIn(templates, 'audiences', '.yaml').filter(isWanted(limits.audiences));
  const own = audiences.find((id) => id === audience) ?? audiences[0];
  const lengths = own ? lengthsFor(readAudience(templates, own), readLengths(templates)).lengths : [];
  const languages = new Intl.DisplayNames('en', { type: 'language' });
  return {
    brief: (await findBriefs(limits.target)).map((file) => ({
      id: file,
      name: path.basename(path.dirname(path.resolve(file))),
    })),
    audience: audiences.map((id) => ({ id, name: readAudience(templates, id).name })),
    length: lengths
      .filter(({ id }) => isWanted(limits.lengths)(id))
      .map(({ id, seconds }) => ({ id, name: `${id} (${seconds / 60} min)` })),
    language: withOwn(namesIn(templates, 'locales', '.yaml'), (id) => languages.of(id) ?? id),
    theme: withOwn(namesIn(templates, 'themes', '.css'), (id) => id),
  };
}

function withOwn(ids: readonly string[], nameOf: (id: string) => string): Offer[] {
  return [{ id: '', name: "audience's own" }, ...ids.map((id) => ({ id, name: nameOf(id) }))];
}

/** What is wanted as far as it is offered, else the first that is; of lengths the longest, which shows most. */
export function selectionIn(offers: Offers, wanted: Partial<Selection>): Selection {
  const choose = (name: keyof Offers): string => {
    const ids = offers[name].map(({ id }) => id);
    const asked = wanted[name];
    if (asked !== undefined && ids.includes(asked)) return asked;
    return (name === 'length' ? ids.at(-1) : ids[0]) ?? '';
  };
  return Object.fromEntries(CHOOSABLE.map((name) => [name, choose(name)])) as Record<keyof Offers, string>;
}
