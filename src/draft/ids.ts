/** Ids of a draft: short, readable, each once. */

const MOST_CHARACTERS = 40;
const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|by|with|from|is|are|was|were|has|have|had|be|been|that|this|its|it|as|after)$/u;

export class Ids {
  readonly #taken = new Set<string>();

  /** An id of the first `words` words of a text that say something, with a number where it is taken. */
  make(text: string, words = 4): string {
    const slug = slugOf(text, words);
    let id = slug;
    for (let n = 2; this.#taken.has(id); n++) id = `${slug}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

function slugOf(text: string, most: number): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']s?\b|[^a-z0-9]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !SMALL.test(word));
  const slug = words.slice(0, most).join('-').slice(0, MOST_CHARACTERS).replace(/-+$/u, '');
  return /^[a-z]/u.test(slug) ? slug : `item${slug === '' ? '' : `-${slug}`}`;
}
