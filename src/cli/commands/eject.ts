/** `briefdeck eject`: a copy of a built-in template, to be changed. */
import { CONFIG } from '../../load/config.js';
import { type AddCommand, print, templatesOf } from '../command.js';

export const addEject: AddCommand = (program, cli) => {
  program
    .command('eject')
    .description('copy a built-in template, to be changed: slides/quote, themes/plain')
    .argument('<name...>')
    .option('--templates <folder>', `your template folder; default: that of ${CONFIG}, or "templates"`)
    .action(async (names: string[], flags: { templates?: string }) => {
      const { ejectTemplate } = await import('../templates.js');
      const folder = (await templatesOf(flags)) ?? 'templates';
      for (const name of names) print(cli, `${await ejectTemplate(name, folder)}\n`);
    });
};
