/** What opens every deck: a number in it is one that still holds. */
import { placeholdersOf } from '../../load/placeholders.js';
import { latestOf } from '../../words/rivals.js';
import type { BriefCheck, Rule } from '../rule.js';

export const supersededLead = {
  id: 'superseded-lead',
  severity: 'error',
  asks: 'Title, subtitle and bottom line name no number that another has replaced.',
  check({ brief }, log) {
    const leads = [
      [['title', 'text'], brief.title.text],
      [['subtitle'], brief.subtitle],
      [['bottomLine', 'text'], brief.bottomLine.text],
    ] as const;
    for (const [path, text = ''] of leads) {
      for (const name of placeholdersOf(text)) {
        log.count('superseded-lead');
        const latest = latestOf(name, brief.measures);
        if (latest === undefined) continue;
        log.find({
          rule: 'superseded-lead',
          path,
          message: `names "${name}", which "${latest}" has replaced`,
          hint: `Write {${latest}} here; a claim may still tell of the number that it replaced.`,
        });
      }
    }
  },
} as const satisfies Rule & BriefCheck<'superseded-lead'>;
