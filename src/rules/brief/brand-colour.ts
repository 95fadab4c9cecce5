/** Colours of a brand that cannot be read in a theme: found where the brand is applied (`src/render/brand.ts`). */
import type { Rule } from '../rule.js';

export const brandColour = {
  id: 'brand-colour',
  severity: 'warn',
  asks: 'A colour of the house can be read where text is set in it.',
} as const satisfies Rule;
