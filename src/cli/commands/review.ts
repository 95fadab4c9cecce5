/** `briefdeck review`: what of a drafted brief nobody has reviewed. */
import { type AddCommand, print, printJson } from '../command.js';

export const addReview: AddCommand = (program, cli) => {
  program
    .command('review')
    .description('what of a drafted brief nobody has reviewed')
    .argument('<brief...>')
    .option('--json', 'print the list as JSON')
    .action(async (briefs: string[], flags: { json?: boolean }) => {
      const { describeReview, unreviewedIn } = await import('../review.js');
      const found = await unreviewedIn(briefs);
      if (flags.json) printJson(cli, found);
      else print(cli, describeReview(found));
    });
};
