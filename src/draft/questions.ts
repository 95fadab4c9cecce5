/** What an article does not tell and a brief needs: questions to the person who reviews the draft. */
import type { Findings } from './find/find.js';

export function questionsOf(findings: readonly Findings[]): string[] {
  const several = findings.length > 1;
  return findings.flatMap(({ article, quotes, measures }) => {
    const { source, id, day } = article;
    const of = several ? ` of "${id}"` : '';
    return [
      ...(source.publisher === undefined
        ? [`Who is the publisher${of}? Every statement is attributed to it.`]
        : []),
      ...(day === undefined
        ? [`When was the source${of} published? Words such as "yesterday" count from it.`]
        : []),
      `How reliable is the source${of}? Grade it (A–F, 1–6): grade: B2.`,
      ...quotes
        .filter(({ speaker }) => speaker === undefined)
        .map(({ text }) => `Who said "${text.slice(0, 60)}${text.length > 60 ? '…' : ''}"?`),
      ...(measures.length > 0
        ? ['Which numbers matter most? Claims that show them may say so by importance: 5.']
        : []),
      'Which statements are confirmed by a second source? They are "reported" until then.',
    ];
  });
}
