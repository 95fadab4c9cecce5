/** Briefs made longer than anybody should: what is read from a sample, with its texts repeated. */
import { type LoadedBrief, loadBrief } from '../../src/load/load.js';
import type { Brief } from '../../src/load/schema.js';

/** A sample whose every item is said `times` over; `each` changes a text once more. */
export async function stretched(
  sample: string,
  times: number,
  each: (text: string) => string = (text) => text,
): Promise<LoadedBrief> {
  const loaded = await loadBrief(`data/${sample}/brief.yaml`);
  const brief: Brief = structuredClone(loaded.brief);
  const longer = (text: string) =>
    each(Array.from({ length: times }, () => text.replace(/(?<![.!?”])$/, '.')).join(' '));
  for (const item of [
    ...brief.claims,
    ...brief.events,
    ...brief.judgments,
    ...brief.indicators,
    ...brief.quotes,
  ]) {
    item.text = longer(item.text);
    item.notes = undefined;
    if ('caveat' in item && item.caveat) item.caveat = longer(item.caveat);
  }
  for (const question of brief.questions) {
    question.q = longer(question.q);
    question.a = longer(question.a);
  }
  for (const person of brief.people) person.role = longer(person.role);
  for (const chart of brief.charts) chart.notes = undefined;
  for (const source of Object.values(brief.sources)) source.title = longer(source.title);
  brief.bottomLine.notes = undefined;
  return { ...loaded, brief };
}
