/** Whether a text has a noun, in any number or case: its letters but for an ending. */
export function hasNoun(text: string, noun: string): boolean {
  const [last = ''] = noun.toLowerCase().split(' ').slice(-1);
  const stem = last.slice(0, Math.max(3, last.length - 2));
  return text.toLowerCase().includes(stem);
}
