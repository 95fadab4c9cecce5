/** Markings that stand in the text of a source. */
import { highestMarking, MARKINGS, type Marking } from '../load/vocabulary.js';

/** The highest TLP label that a text has anywhere, `TLP:CLEAR` where it has none: too high is mended, too low leaks. */
export function labelIn(text: string): Marking {
  const written = text.toUpperCase().replace(/TLP[:\s]+/g, 'TLP:');
  return highestMarking(MARKINGS.filter((label) => written.includes(label)));
}
