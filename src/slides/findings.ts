/** What was found in a draft and not mended. The last slides of a draft, and of no other deck; planned by none. */

import type { FindingLine, Frame, OpenFindings } from '../compose/view.js';
import { continued, inSlides, type SlideContext, type SlideKindOf } from './slide-kind.js';

/** Most findings on one slide; fewer where they do not fit. */
const FINDING_ROWS = 6;
/** Characters of a message on a slide; the certificate has it whole. */
const MOST_SHOWN = 240;

export interface FindingsSlide extends Frame<'findings'> {
  heading: string;
  findings: readonly FindingLine[];
}

export const findingsSlide: SlideKindOf<FindingsSlide> = {
  kind: 'findings',
  most: FINDING_ROWS,
  isTimed: false,
  seconds: 0,
  compose: () => [],
};

/** The slides that list what was found, in the draft of one length. */
export function findingSlides(
  { lines, marking }: OpenFindings,
  deck: string,
  context: SlideContext,
): FindingsSlide[] {
  const { words } = context.wording.locale;
  const own = lines
    .filter(({ length }) => length === undefined || length === deck)
    .map((line) => ({ ...line, message: shortened(line.message) }));
  const keyOf = (some: readonly FindingLine[]) => `findings ${JSON.stringify(some)}`;
  const chunks = own.length === 0 ? [] : inSlides(own, FINDING_ROWS, keyOf, context);
  return chunks.map((some, i) => ({
    kind: 'findings',
    number: 0,
    key: keyOf(some),
    dense: false,
    unreviewed: false,
    marking,
    kicker: chunks.length > 1 ? continued(words.findings, i, chunks.length, context) : undefined,
    footnote: undefined,
    foot: [],
    seconds: 0,
    endsAt: 0,
    items: [],
    notes: [],
    heading: words.findings,
    findings: some,
  }));
}

function shortened(message: string): string {
  return message.length > MOST_SHOWN ? `${message.slice(0, MOST_SHOWN)}…` : message;
}
