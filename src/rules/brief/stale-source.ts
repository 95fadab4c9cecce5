/** A source that was changed after it was cited. */
import type { BriefCheck, Rule } from '../rule.js';

export const staleSource = {
  id: 'stale-source',
  severity: 'error',
  asks: 'The archived text of a source is the one that was cited.',
  check({ brief, archives }, log) {
    for (const [id, source] of Object.entries(brief.sources)) {
      const archive = archives.get(id);
      if (!archive || source.sha256 === undefined) continue;
      log.count('stale-source');
      if (source.sha256 === archive.sha256) continue;
      log.find({
        rule: 'stale-source',
        path: ['sources', id, 'sha256'],
        message: `the archived text of "${id}" is not the one that was cited: its SHA-256 is ${archive.sha256}`,
        hint: 'Read it again; if what is cited still holds, write the new SHA-256.',
      });
    }
  },
} as const satisfies Rule & BriefCheck<'stale-source'>;
