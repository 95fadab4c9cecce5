/** A text that needs another before it: what is selected, and in which order, differs from deck to deck. */
import { leaningIn } from '../../words/leaning.js';
import type { BriefCheck, Rule } from '../rule.js';

/** The texts of an item that stand alone. An answer has its question, a caveat its statement. */
const FIELDS = ['text', 'q', 'headline', 'notes'] as const;

/** A quote has the words that were said, and a note on it may point at it. */
const LISTS = ['claims', 'events', 'judgments', 'indicators', 'questions', 'charts'] as const;

export const leansOn = {
  id: 'leans-on',
  severity: 'warn',
  asks: 'A text can be understood without another.',
  check({ brief, original }, log) {
    if (brief !== original || !/^en\b/.test(brief.language)) return;
    for (const list of LISTS) {
      brief[list].forEach((item: Readonly<Record<string, unknown>>, i) => {
        for (const field of FIELDS) {
          const text = item[field];
          if (typeof text !== 'string') continue;
          log.count('leans-on');
          const words = leaningIn(text);
          if (words === undefined) continue;
          log.find({
            rule: 'leans-on',
            path: [list, i, field],
            message: `leans on another text with "${words}": "${text}"`,
            hint: 'Name what is meant: in another deck the text before it is another one, or none.',
          });
        }
      });
    }
  },
} as const satisfies Rule & BriefCheck<'leans-on'>;
