/** `{name}` in a text stands for the measure of that name. Any other brace is a plain character. */
const PLACEHOLDER = /\{([a-z][a-z0-9_-]*)\}/g;

/** A measure named in a text, and where that ends. */
export interface Placeholder {
  name: string;
  end: number;
}

/** The measures that a text refers to, with their places. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    name: match[1] ?? '',
    end: match.index + match[0].length,
  }));
}

/** Names of the measures that a text refers to, in order, repeats included. */
export function placeholdersOf(text: string): string[] {
  return placeholdersIn(text).map(({ name }) => name);
}

/** The text with each placeholder replaced. `offset` is where the placeholder stands. */
export function fillPlaceholders(text: string, fill: (name: string, offset: number) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string, offset: number) => fill(name, offset));
}
