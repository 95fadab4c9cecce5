/** Names in a text, made comparable. */

/** Words with a capital, one after the other. */
const RUN = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*)*/gu;

/** Names of a text: `Ohio River Valley`. `U.S.` is `US`. */
export function namesIn(text: string): string[] {
  return [...new Set(text.replace(/(?<=\b\p{Lu})\.(?=\p{Lu}\b|\s|$)/gu, '').match(RUN) ?? [])];
}

/** Names of one text, to find those of another in. */
export class Names {
  readonly #words: readonly string[];
  readonly #initials: ReadonlySet<string>;

  constructor(text: string) {
    const runs = namesIn(text);
    this.#words = runs.flatMap((run) => run.toLowerCase().split(' '));
    this.#initials = new Set(runsWithLinks(text).flatMap(initialsIn));
  }

  /** Whether a name is there, in this form or in one like it: `Chinese` for `China`, `US` for `United States`. */
  has(name: string): boolean {
    const words = name.toLowerCase().split(' ');
    return (
      this.#initials.has(name) ||
      this.#words.includes(initialsOf(name).toLowerCase()) ||
      words.every((word) => this.#words.some((known) => areAlike(word, known)))
    );
  }
}

/** The same with small words between: `Massachusetts Institute of Technology`, without them. */
function runsWithLinks(text: string): string[] {
  return namesIn(
    text.replace(/(?<=\p{Lu}[\p{L}\p{N}-]*) (?:of|for|and|the|de|du|di)(?: the)? (?=\p{Lu})/gu, ' '),
  );
}

/** No acronym is longer. */
const MOST_INITIALS = 8;

/** Initials of a name and of its parts: `EPA` for `US Environmental Protection Agency`. */
function initialsIn(name: string): string[] {
  const words = name.split(' ');
  return words.flatMap((_, from) =>
    words
      .slice(from + 1, from + MOST_INITIALS)
      .map((_, n) => initialsOf(words.slice(from, from + n + 2).join(' '))),
  );
}

/** `US` for `United States`; of one word there are none. */
function initialsOf(name: string): string {
  const words = name.split(' ');
  return words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : '';
}

/** Whether two words are one, or one has at most another ending: `Korea`, `Korean`. Short words have no endings. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    one === other || (short.length > 3 && long.startsWith(short.length > 4 ? short.slice(0, -1) : short))
  );
}

/** Whether a word is a name in some texts: it has a capital within a sentence, and a small letter nowhere. */
export function nameTest(texts: readonly string[]): (word: string) => boolean {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},’”] )\p{Lu}[\p{L}\p{N}-]*/gu)) names.add(word);
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}-])\p{Ll}[\p{L}\p{N}-]*/gu)) small.add(word);
  }
  return (word) => names.has(word) && !small.has(word.toLowerCase());
}
