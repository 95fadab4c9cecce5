/** `briefdeck draft`: a brief from articles, every word of it with its evidence. */
import { Option } from 'commander';
import { MARKINGS, type Marking } from '../../load/vocabulary.js';
import { type AddCommand, print, printJson } from '../command.js';
import { count } from '../table.js';

interface Flags {
  out?: string;
  date?: string;
  json?: boolean;
  model?: string;
  modelMarking: Marking;
}

export const addDraft: AddCommand = (program, cli) => {
  program
    .command('draft')
    .description('a brief drafted from articles, with evidence')
    .argument('<source...>', 'files or folders: text, Markdown, HTML, PDF, Word, ninjs, GOV.UK JSON')
    .option('--out <folder>', 'folder for the brief, new or empty; default: named after the title')
    .option('--date <day>', 'day of the articles, where they state none: 2026-03-02')
    .option(
      '--model <name>',
      'a model that proposes shorter words; its server: OPENAI_BASE_URL, OPENAI_API_KEY',
    )
    .addOption(
      new Option('--model-marking <label>', 'nothing that is marked above it is sent to the model')
        .choices(MARKINGS)
        .default('TLP:CLEAR'),
    )
    .option('--json', 'print the draft with offsets into the texts, and write nothing')
    .action(async (sources: string[], flags: Flags) => {
      const { draftFiles, writeDraft } = await import('../draft.js');
      const { modelNamed, withModel } = await import('../draft-model.js');
      const model = flags.model === undefined ? undefined : modelNamed(flags.model, process.env);
      const drafted = await draftFiles(sources, flags.date);
      const draft = model ? await withModel(drafted, model, flags.modelMarking, cli) : drafted;
      if (flags.json) {
        printJson(cli, draft);
        return;
      }
      const file = await writeDraft(draft, flags.out);
      const { measures = {}, claims = [], quotes = [], events = [], people = [] } = draft.brief;
      print(
        cli,
        `${file}\n${[
          count(claims.length, 'claim'),
          count(Object.keys(measures).length, 'measure'),
          count(quotes.length, 'quote'),
          count(events.length, 'event'),
          count(people.length, 'person', 'people'),
        ].join(
          ', ',
        )}: all to be reviewed. ${count(draft.questions.length, 'open question')} at the end of the file.\n`,
      );
    });
};
