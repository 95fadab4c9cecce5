/** `briefdeck schema`: the JSON Schema of a brief, for editors and importers. */
import { type AddCommand, printJson } from '../command.js';

export const addSchema: AddCommand = (program, cli) => {
  program
    .command('schema')
    .description('the JSON Schema of a brief')
    .action(async () => {
      const { briefJsonSchema } = await import('../../load/schema.js');
      printJson(cli, briefJsonSchema());
    });
};
