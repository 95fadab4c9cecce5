/** `briefdeck verify`: decks against their certificates, later. */
import { EXIT } from '../../core/problem.js';
import { type AddCommand, print, printJson, warn } from '../command.js';
import { count } from '../table.js';

export const addVerify: AddCommand = (program, cli) => {
  program
    .command('verify')
    .description('compare decks that were built with their certificates')
    .argument('<folder>', 'output folder of a build')
    .argument('[brief...]', 'briefs that the decks were built from, to see whether those have changed')
    .option('--json', 'print the result as JSON')
    .action(async (folder: string, briefs: string[], flags: { json?: boolean }) => {
      const { verify } = await import('../../certificates/verify.js');
      const { decks, files, problems } = await verify(folder, briefs);
      if (flags.json) printJson(cli, { decks, files, problems });
      else {
        warn(cli, problems);
        const found = count(problems.length, 'problem');
        print(cli, `${count(decks, 'deck')} and ${count(files, 'file')} verified, ${found}.\n`);
      }
      if (problems.length > 0) cli.exitWith(EXIT.fallsShort);
    });
};
