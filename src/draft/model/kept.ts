/** What a text in other words has to keep of the one it replaces. Stricter than the rules: a person may know more, a model does not. */
import { fillPlaceholders, placeholdersOf } from '../../load/placeholders.js';
import { type Amount, amountsIn } from '../../words/amounts.js';
import {
  AT_FIRST,
  contentOf,
  denies,
  FORECAST,
  HEDGE,
  INTENT,
  NEGATION,
  POSSIBILITY,
} from '../../words/english.js';

/** Words of a kind of which one stays where one was. */
const LIMITING = [NEGATION, HEDGE, POSSIBILITY, INTENT, FORECAST, AT_FIRST];

/** Why `said` does not say what `before` says, in words of it and of its evidence. */
export function lostIn(said: string, before: string, evidence = before): string[] {
  const names = placeholdersOf(before);
  const isSame = placeholdersOf(said).join() === names.join();
  const omitted = LIMITING.map((words) => (words.test(said) ? undefined : words.exec(before)?.[0]));
  const known = new Set(contentOf(`${before} ${evidence}`));
  const own = contentOf(fillPlaceholders(said, () => ' ')).filter((word) => !known.has(word));
  const added = denies(before) ? undefined : NEGATION.exec(said)?.[0];
  return [
    ...(isSame ? [] : [`has not the measures ${names.map((name) => `{${name}}`).join(', ') || '(none)'}`]),
    ...newAmounts(said, before).map(({ text }) => `says ${text}, which is no number of it in these words`),
    ...[...new Set(omitted)].flatMap((word) => (word === undefined ? [] : [`leaves out "${word}"`])),
    ...(own.length === 0 ? [] : [`has words that its evidence has not: ${own.join(', ')}`]),
    ...(added === undefined ? [] : [`says "${added}"`]),
  ];
}

/** Numbers that are others, or that are more or less exact. */
function newAmounts(said: string, before: string): Amount[] {
  const known = amountsOf(before);
  return amountsOf(said).filter((amount) => !known.some((one) => isSame(one, amount)));
}

const amountsOf = (text: string) => amountsIn(fillPlaceholders(text, () => ' ; '));

function isSame(one: Amount, other: Amount): boolean {
  return one.values.join() === other.values.join() && one.precisions.join() === other.precisions.join();
}
