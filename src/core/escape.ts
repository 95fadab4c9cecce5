/** Text for HTML and XML: the one place where markup is escaped. */

/** A text, or the value of a quoted attribute, of HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
