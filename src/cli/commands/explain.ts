/** `briefdeck explain`: what is in each deck, what is out, and why. */
import { type AddCommand, type ChoiceFlags, choiceOf, choosing, print, printJson } from '../command.js';
import { explainPlan, planData } from '../explain.js';

export const addExplain: AddCommand = (program, cli) => {
  choosing(
    program
      .command('explain')
      .description('what is in each deck, what is out, and why')
      .argument('<brief...>'),
  )
    .option('--json', 'print the plans as JSON')
    .action(async (briefs: string[], flags: ChoiceFlags & { json?: boolean }) => {
      const { explain } = await import('../../pipeline/build.js');
      const plans = await explain(choiceOf(briefs, flags));
      if (flags.json) printJson(cli, plans.map(planData));
      else print(cli, plans.map(explainPlan).join('\n'));
    });
};
