/** Generated briefs and their decks in every length: made once, for every check of plans and of decks. */
import fc from 'fast-check';
import { type Audience, readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import type { Brief } from '../../src/load/schema.js';
import { loadTemplates } from '../../src/load/templates.js';
import { familyOf, type PlannedDeck, wordFamily } from '../../src/pipeline/family.js';
import type { VisibleBrief } from '../../src/visible/visible.js';
import { brief } from '../arbitrary.js';
import { loadedOf, visibleOf } from '../loaded.js';

const templates = await loadTemplates();
export const lengths = readLengths(templates);
export const locale = readLocale(templates, 'en');
export const audiences = ['executive', 'analyst', 'public'].map((id) => readAudience(templates, id));

const RUNS = 60;

/** A generated brief for one audience, in every length. */
export interface Family {
  decks: readonly PlannedDeck[];
  brief: Brief;
  /** The brief as somebody sees it who may see it all. */
  whole: VisibleBrief;
  audience: Audience;
}

/** The decks of a brief for an audience, shortest first; of some lengths those that they need. */
export function decksOf(of: Brief, audience: Audience, wanted?: ReadonlySet<string>): PlannedDeck[] {
  const family = wordFamily(visibleOf(loadedOf(of), audience.highest), audience, locale);
  return familyOf(family, lengths, wanted && { wanted });
}

function familiesOf(of: Brief): Family[] {
  const { brief: whole } = visibleOf(loadedOf(of));
  return audiences.map((audience) => ({ decks: decksOf(of, audience), brief: of, whole, audience }));
}

const families = fc.sample(brief, RUNS).flatMap(familiesOf);

/** Runs a check on the families of generated briefs. Where one fails, the smallest brief that fails is looked for. */
export function forAllFamilies(check: (family: Family) => void): void {
  try {
    families.forEach(check);
  } catch (error) {
    fc.assert(
      fc.property(brief, (generated) => familiesOf(generated).forEach(check)),
      { numRuns: RUNS },
    );
    throw error;
  }
}
