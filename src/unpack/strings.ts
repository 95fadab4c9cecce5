/** Texts that stand in binary data, in whatever encoding: what a reader's tools would show of them. */

/** Letters, figures, signs and spaces in a row; fewer stand in any data by chance. */
const RUN = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]{4,}/gu;

/** The texts in some bytes, read as UTF-8, as Latin-1 and as UTF-16 in both orders and at both offsets. */
export function stringsIn(bytes: Buffer): string[] {
  const wide = [0, 1].flatMap((offset) => {
    const even = bytes.subarray(offset, offset + 2 * Math.floor((bytes.length - offset) / 2));
    return [even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')];
  });
  const texts = [bytes.toString('utf8'), bytes.toString('latin1'), ...wide];
  return [...new Set(texts.flatMap((text) => text.match(RUN) ?? []))];
}
