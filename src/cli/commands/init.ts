/** `briefdeck init`: a project of one's own that works as it is. */
import path from 'node:path';
import { type AddCommand, print } from '../command.js';

export const addInit: AddCommand = (program, cli) => {
  program
    .command('init')
    .description('a project of your own: a sample brief, an audience, a brand')
    .argument('<folder>', 'new or empty')
    .action(async (folder: string) => {
      const { initProject } = await import('../init.js');
      for (const name of await initProject(folder)) print(cli, `${path.join(folder, name)}\n`);
    });
};
