/** A drafted brief as YAML, in the order and with the comments of one that a person writes. */
import { Document, isMap, isPair, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Draft } from './result.js';

/** What stands above each part. */
const COMMENTS: Readonly<Record<string, string>> = {
  bottomLine:
    ' The most prominent statement of the article, in its own words.\n REWRITE IT: what must this audience remember?',
  sources: ' Grade each source (Admiralty): grade: A1 to F6.',
  measures:
    ' Numbers, each written once; texts name them in braces. Their words of precision are those of the evidence.',
  claims:
    ' Statements of the article. 5 is what must be said, 1 is for those who ask. Shorten the words, not the hedges.',
  quotes: ' Check each speaker: who said it is read off the sentences around it.',
  events: ' Dated happenings; relative dates are counted from the day of the article.',
  people: ' Who is who, as the article says it.',
};

const INTRO = [
  ' Drafted by "briefdeck draft". Every evidence is the very words of the source.',
  ' "review: true" marks what nobody has seen yet: read the item beside its evidence, correct it, and take the line out.',
  ' "briefdeck review" lists what is left.',
].join('\n');

/** The text of `brief.yaml`. */
export function writeYaml({ brief, questions, dropped }: Draft): string {
  const document = new Document(withoutEmpty(brief), { aliasDuplicateObjects: false });
  const map = document.contents as YAMLMap;
  document.commentBefore = INTRO;
  for (const pair of map.items) decorate(pair);
  const lines = [
    ...(questions.length > 0 ? ['Open questions:', ...questions.map((question) => `- ${question}`)] : []),
    ...(dropped.length > 0 ? ['', 'Left out:', ...dropped.map((one) => `- ${one}`)] : []),
  ];
  document.comment = lines.map((line) => (line === '' ? '' : ` ${line}`)).join('\n');
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}

function withoutEmpty(brief: Draft['brief']): object {
  return Object.fromEntries(
    Object.entries(brief).filter(
      ([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0,
    ),
  );
}

function decorate(pair: Pair): void {
  if (!isScalar(pair.key)) return;
  const name = String(pair.key.value);
  const comment = COMMENTS[name];
  if (comment !== undefined) pair.key.commentBefore = comment;
  if (comment !== undefined || name === 'topics' || name === 'glossary') pair.key.spaceBefore = true;
  if (isSeq(pair.value))
    for (const [i, item] of pair.value.items.entries()) {
      if (!isMap(item)) continue;
      item.spaceBefore = i > 0;
      shorten(item);
    }
  if (isMap(pair.value) && name === 'measures')
    for (const entry of pair.value.items) if (isPair(entry) && isMap(entry.value)) shorten(entry.value);
}

/** Short lists on one line. */
function shorten(item: YAMLMap): void {
  for (const { key, value } of item.items)
    if (isScalar(key) && (key.value === 'topics' || key.value === 'via') && isSeq(value)) value.flow = true;
}
