/** Acronyms that an article spells out: "Church Assembly of Norway (CAN)". */
import type { Article } from '../analyse/article.js';

export interface Term {
  readonly short: string;
  readonly meaning: string;
}

const SPELT_OUT = /(?<words>(?:[\p{L}’'-]+ ){2,10})\((?<short>\p{Lu}{2,8})\)/gu;
const LINK = /^(?:of|for|and|the|de|du|des|di|on|in)$/iu;

export function termsIn({ sentences }: Article): Term[] {
  const found = new Map<string, string>();
  for (const { text } of sentences)
    for (const { groups } of text.matchAll(SPELT_OUT)) {
      const [words = '', short = ''] = [groups?.words?.trim(), groups?.short];
      const meaning = meaningOf(words.split(' '), short);
      if (meaning !== undefined && !found.has(short)) found.set(short, meaning);
    }
  return [...found].map(([short, meaning]) => ({ short, meaning }));
}

/** The last of the words whose initials are those of the acronym, small words left out or counted. */
function meaningOf(words: readonly string[], short: string): string | undefined {
  for (let from = words.length - 1; from >= 0; from--) {
    const part = words.slice(from);
    const initials = (list: readonly string[]) => list.map((word) => word.charAt(0).toUpperCase()).join('');
    const isOne = [part, part.filter((word) => !LINK.test(word))].some((list) => initials(list) === short);
    if (isOne && !LINK.test(part[0] ?? '')) return part.join(' ');
  }
  return undefined;
}
