/**
 * The brief's one schema: it validates, it gives the types, and it becomes the JSON Schema that editors use.
 * The descriptions are what an editor shows. Input may be shorter than output: `sources: [a]` becomes
 * `[{ id: 'a' }]`, a text where an object may stand becomes that object. The fields of items stand in src/items/.
 */
import { z } from 'zod';
import { listFields } from '../kinds/kinds.js';
import { arrangement } from './arrangement.js';
import { LANGUAGE_KEY, MOST_OF_TAG } from './fields.js';
import { head } from './head.js';
import { LIMITS } from './limits.js';

export type { Chart } from '../items/chart-fields.js';
export type { Quote } from '../items/quote.js';
export { isLanguageTag, LANGUAGE_KEY, languageTag, type SourceRef } from './fields.js';
export type { BottomLine, Measure, Source } from './head.js';

export const briefSchema = z.strictObject({ ...head, ...arrangement, ...listFields }).meta({
  title: 'A brief for briefdeck',
  description: 'The facts of an article or report, each with its source.',
});

/** A brief as the rest of the pipeline knows it: parsed, complete, every reference checked. */
export type Brief = z.output<typeof briefSchema>;
/** A brief as people write it. */
export type BriefInput = z.input<typeof briefSchema>;

/** The JSON Schema of a brief (draft 2020-12), of what people write: a text, or one for each language. */
export function briefJsonSchema(): object {
  return z.toJSONSchema(briefSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { translate, measures: _, refers: __, drop: ___, description, ...one } = jsonSchema;
      if (translate === undefined) {
        for (const key of ['refers', 'drop']) delete jsonSchema[key];
        return;
      }
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, {
        description,
        anyOf: [
          one,
          {
            type: 'object',
            propertyNames: { pattern: LANGUAGE_KEY.source, maxLength: MOST_OF_TAG },
            additionalProperties: one,
            maxProperties: LIMITS.languages,
          },
        ],
      });
    },
  });
}
