/** Topics of a draft: the headings of the articles. */
import type { Findings } from './find/find.js';
import { Ids } from './ids.js';

const MOST_TOPICS = 12;
const MOST_CHARACTERS = 80;

/** Ids of topics by heading, where an article has several. */
export function topicsOf(findings: readonly Findings[]): Map<string, string> {
  const labels = new Set(
    findings.flatMap(({ claims }) => claims.flatMap(({ sentence }) => sentence.block.section ?? [])),
  );
  const wanted = [...labels].filter((label) => label.length <= MOST_CHARACTERS).slice(0, MOST_TOPICS);
  const ids = new Ids();
  return wanted.length < 2 ? new Map() : new Map(wanted.map((label) => [label, ids.make(label, 3)]));
}
