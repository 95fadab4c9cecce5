/** What of a brief was drafted by program and is still to be reviewed, with the words of its source. */
import { LISTS } from '../kinds/kinds.js';
import type { SourceRef } from '../load/fields.js';
import { findBriefs, type LoadedBrief, loadBrief } from '../load/load.js';
import { count } from './table.js';

export interface Unreviewed {
  file: string;
  line: number | undefined;
  /** Id of an item, name of a measure, or `bottom-line`. */
  id: string;
  /** The list that it stands in: `claims`. */
  list: string;
  /** What it says. */
  text: string;
  evidence: readonly string[];
}

/** Everything that is to be reviewed in some briefs, in the order of their files. */
export async function unreviewedIn(targets: readonly string[]): Promise<Unreviewed[]> {
  const files = (await Promise.all(targets.map(findBriefs))).flat();
  const loaded = await Promise.all(files.map((file) => loadBrief(file)));
  return loaded.flatMap(ofBrief);
}

interface Part {
  review?: true | undefined;
  sources: readonly SourceRef[];
}

function ofBrief({ brief, file, placeOf }: LoadedBrief): Unreviewed[] {
  const tell = (part: Part, path: readonly PropertyKey[], id: string, text: string): Unreviewed[] =>
    part.review !== true
      ? []
      : [
          {
            file,
            line: placeOf(path).line,
            id,
            list: String(path[0]),
            text,
            evidence: part.sources.flatMap(({ evidence }) => evidence ?? []),
          },
        ];
  return [
    ...tell(brief.bottomLine, ['bottomLine'], 'bottom-line', brief.bottomLine.text),
    ...Object.entries(brief.measures).flatMap(([name, measure]) =>
      tell(
        measure,
        ['measures', name],
        name,
        `${measure.precision} ${measure.value ?? measure.range?.join(' to ')} ${measure.unit}`,
      ),
    ),
    ...LISTS.flatMap((list) =>
      brief[list].flatMap((item, i) => tell(item, [list, i], item.id ?? String(i), wordsOf(item))),
    ),
  ];
}

/** What an item says first. */
function wordsOf(item: object): string {
  const { text, headline, q, question, name } = item as Readonly<Record<string, unknown>>;
  return String(text ?? headline ?? q ?? question ?? name ?? '');
}

/** The list as people read it: a line for each, and the evidence below it. */
export function describeReview(found: readonly Unreviewed[]): string {
  const lines = found.map(
    ({ file, line, list, id, text, evidence }) =>
      `${file}:${line} ${list} ${id}: ${text}\n${evidence.map((words) => `    "${words}"\n`).join('')}`,
  );
  const rest = found.length === 0 ? 'Everything is reviewed.' : `${count(found.length, 'part')} to review.`;
  return `${lines.join('')}${rest}\n`;
}
