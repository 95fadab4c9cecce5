/** A statement that is confirmed, from sources whose own grade says that it is not. */
import type { BriefCheck, Rule } from '../rule.js';

export const surerThanSource = {
  id: 'surer-than-source',
  severity: 'warn',
  asks: 'What is confirmed has a source that is graded probably true or better.',
  check({ brief }, log) {
    brief.claims.forEach(({ status, attribution, caveat, sources }, i) => {
      const grades = sources.map(({ id }) => brief.sources[id]?.grade);
      if (grades.length === 0 || grades.includes(undefined)) return;
      log.count('surer-than-source');
      const isSure = status === 'confirmed' && attribution === undefined && caveat === undefined;
      if (!isSure || grades.some((grade) => /[12]$/.test(grade ?? ''))) return;
      log.find({
        rule: 'surer-than-source',
        path: ['claims', i, 'status'],
        message: `is confirmed, and its sources are graded ${[...new Set(grades)].join(', ')}: possibly true at best`,
        hint: 'Give another status and say who says so, name a better source, or grade the source anew.',
      });
    });
  },
} as const satisfies Rule & BriefCheck<'surer-than-source'>;
