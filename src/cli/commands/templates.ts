/** `briefdeck templates`: where each template comes from. */
import { CONFIG } from '../../load/config.js';
import { type AddCommand, print, printJson, templatesOf } from '../command.js';

export const addTemplates: AddCommand = (program, cli) => {
  program
    .command('templates')
    .description(
      'where each template comes from, which built-in file it overrides, and whether that has changed',
    )
    .option('--templates <folder>', `your template folder; default: that of ${CONFIG}`)
    .option('--json', 'print the list as JSON')
    .action(async (flags: { templates?: string; json?: boolean }) => {
      const { listTemplates, templateTable } = await import('../templates.js');
      const templates = await listTemplates(await templatesOf(flags));
      if (flags.json) printJson(cli, templates);
      else print(cli, templateTable(templates));
    });
};
