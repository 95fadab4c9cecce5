/** `briefdeck build`: decks into a folder. */
import path from 'node:path';
import { isError, UsageError } from '../../core/problem.js';
import { DEFAULT_EDITIONS, EDITIONS } from '../../formats/edition.js';
import { build } from '../../pipeline/build.js';
import type { BuildResult } from '../../pipeline/options.js';
import { DEFAULT_FORMATS, FORMAT_IDS } from '../../pipeline/session.js';
import { PAPERS } from '../../render/handout.js';
import { formatSeconds } from '../../words/dates.js';
import {
  type AddCommand,
  type ChoiceFlags,
  choiceOf,
  choosing,
  list,
  print,
  printJson,
  warn,
} from '../command.js';
import { count, table } from '../table.js';

interface Flags extends ChoiceFlags {
  format?: string[];
  edition?: string[];
  paper?: string;
  out: string;
  jobs?: number;
  draft?: boolean;
  json?: boolean;
}

export const addBuild: AddCommand = (program, cli) => {
  choosing(
    program
      .command('build')
      .description('build decks')
      .argument('<brief...>', 'folder or file of a brief, or a folder of such folders'),
  )
    .addOption(list('--format <names>', `of ${FORMAT_IDS.join(', ')}; default: ${DEFAULT_FORMATS.join()}`))
    .addOption(list('--edition <names>', `of ${EDITIONS.join(', ')}; default: ${DEFAULT_EDITIONS.join()}`))
    .option('--paper <size>', `what a handout is printed on: ${PAPERS.join(' or ')}`)
    .option('--out <folder>', 'where the decks go', 'dist/decks')
    .option('--jobs <number>', 'families of decks made at a time', wholeNumber)
    .option('--draft', 'decks marked as drafts, although something falls short')
    .option('--json', 'print the result as JSON')
    .action(async (briefs: string[], flags: Flags) => {
      const { out, format: formats, edition: editions, paper, jobs, draft, json } = flags;
      const result = await build({
        ...choiceOf(briefs, flags),
        ...{ out, formats, editions, paper, jobs, draft },
        ...cli.stop,
        onProgress: cli.streams.progress,
      });
      warn(cli, result.warnings);
      if (draft) cli.streams.err.write(draftNote(result));
      if (json)
        printJson(
          cli,
          result.decks.map((deck) => deck.manifest),
        );
      else print(cli, summary(result, out));
    });
};

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`"${value}" is no number of jobs.`, 'Give a whole number from 1.');
  return number;
}

/** `Drafts, not to be used: 2 errors and 1 warning are in them.` */
function draftNote({ warnings }: BuildResult): string {
  const errors = warnings.filter(isError).length;
  const found = [count(errors, 'error'), count(warnings.length - errors, 'warning')].join(' and ');
  return `These decks are drafts: ${found} found.\n`;
}

/** A row a deck, and where to look. */
function summary({ decks, index }: BuildResult, out: string): string {
  const rows = decks.map(({ manifest }) => {
    const [shown] = manifest.files;
    return [
      `${manifest.brief.id} ${manifest.audience} ${manifest.length}`,
      String(manifest.slides.length),
      `${formatSeconds(manifest.seconds)}`,
      shown ? path.join(out, manifest.brief.id, shown.name) : '',
    ];
  });
  return `${table(['deck', 'slides', 'minutes', 'file'], rows)}\n${path.join(out, index)}\n`;
}
