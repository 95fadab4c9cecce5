/** `{name}` in a text stands for the measure of that name. Any other brace is a plain character. */
const PLACEHOLDER = /\{([a-z][a-z0-9_-]*)\}/g;

/** Names of the measures that a text refers to, in order, repeats included. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** The text with each placeholder replaced. `offset` is where the placeholder stands. */
export function fillPlaceholders(text: string, fill: (name: string, offset: number) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string, offset: number) => fill(name, offset));
}
