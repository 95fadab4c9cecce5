/** How likely and how sure in one sentence, which ICD 203 forbids. */
import { CONFIDENCES, LIKELIHOODS } from '../../load/vocabulary.js';
import type { BriefCheck, Rule } from '../rule.js';
import { statedTexts } from './statements.js';

export const likelihoodWithConfidence = {
  id: 'likelihood-with-confidence',
  severity: 'error',
  asks: 'How likely and how sure stand in different sentences.',
  check({ brief }, log) {
    for (const { text, path } of statedTexts(brief)) {
      log.count('likelihood-with-confidence');
      for (const sentence of text.split(/(?<=[.!?])\s/)) {
        const [, likelihood] = SAID_LIKELIHOODS.find(([pattern]) => pattern.test(sentence)) ?? [];
        const [, confidence] = SAID_CONFIDENCES.find(([pattern]) => pattern.test(sentence)) ?? [];
        if (!likelihood || !confidence) continue;
        log.find({
          rule: 'likelihood-with-confidence',
          path,
          message: `says "${likelihood}" and "${confidence} confidence" in one sentence`,
          hint: 'Say how likely in one sentence and how sure in another (ICD 203), or use the fields of a judgment.',
        });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'likelihood-with-confidence'>;

const SAID_LIKELIHOODS = LIKELIHOODS.map((term) => [new RegExp(`\\b${term}\\b`, 'i'), term] as const);
const SAID_CONFIDENCES = CONFIDENCES.map(
  (term) => [new RegExp(`\\b${term} confidence\\b`, 'i'), term] as const,
);
