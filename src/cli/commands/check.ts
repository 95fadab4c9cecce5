/** `briefdeck check`: every check, no decks. */

import type { Manifest } from '../../certificates/manifest.js';
import { versions } from '../../certificates/manifest.js';
import { check } from '../../pipeline/build.js';
import { type AddCommand, type ChoiceFlags, choiceOf, choosing, print, printJson, warn } from '../command.js';
import { sarifLog } from '../sarif.js';
import { count } from '../table.js';

interface Flags extends ChoiceFlags {
  json?: boolean;
  sarif?: boolean;
}

export const addCheck: AddCommand = (program, cli) => {
  choosing(program.command('check').description('every check, no decks').argument('<brief...>'))
    .option('--json', 'print the result as JSON')
    .option('--sarif', 'print what was found as SARIF 2.1.0')
    .action(async (briefs: string[], flags: Flags) => {
      const { decks, warnings } = await check({ ...choiceOf(briefs, flags), signal: cli.stop?.signal });
      if (flags.sarif) printJson(cli, sarifLog(warnings, versions().briefdeck ?? ''));
      else if (flags.json) printJson(cli, { decks, problems: warnings });
      else {
        warn(cli, warnings);
        const checked = decks
          .flatMap((deck) => Object.values(deck.rules))
          .reduce((sum, rule) => sum + rule.checked, 0);
        print(
          cli,
          `${count(decks.length, 'deck')} checked: ${checked.toLocaleString('en')} checks passed, ` +
            `${count(warnings.length, 'warning')}.\n${unreviewedIn(decks)}`,
        );
      }
    });
};

/** How many parts of the briefs nobody has reviewed, as far as any of the decks shows them. */
function unreviewedIn(decks: readonly Manifest[]): string {
  const all = new Set(
    decks.flatMap(({ brief, unreviewed = [] }) => unreviewed.map((id) => `${brief.id} ${id}`)),
  );
  return all.size === 0
    ? ''
    : `${count(all.size, 'drafted part')} nobody has reviewed: "briefdeck review" lists them.\n`;
}
