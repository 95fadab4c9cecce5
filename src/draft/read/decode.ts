/** Bytes to text: UTF-8 and UTF-16, with or without a byte order mark, and what a page declares itself to be in. */

/** The text; `undefined` where the bytes are no text, or in an encoding that nothing tells. */
export function decode(bytes: Buffer): string | undefined {
  for (const encoding of candidates(bytes)) {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true });
      // Node 20 takes windows-1252 for Latin 1 unless it reads a stream.
      const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
      if (!isBinary(text)) return text;
    } catch {
      // Not in this encoding, or in none that is known.
    }
  }
  return undefined;
}

function candidates(bytes: Buffer): string[] {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return [wide];
  return ['utf-8', ...declaredEncoding(bytes)];
}

/** How much of a file tells its encoding. */
const START = 4096;

/** UTF-16 by its mark, or by the zeros that every second byte of a text in Latin letters is. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, START);
  const zeros = [0, 0];
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 4 && even < odd / 10) return 'utf-16le';
  if (even > start.length / 4 && odd < even / 10) return 'utf-16be';
  return undefined;
}

/** What an HTML or XML document says that it is in. */
function declaredEncoding(bytes: Buffer): string[] {
  const start = bytes.toString('latin1', 0, START);
  const [, label] =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(start) ??
    /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(start) ??
    [];
  return label === undefined ? [] : [label];
}

/** Whether more than one character in a hundred controls a machine instead of saying something. */
function isBinary(text: string): boolean {
  const controls = text.match(/(?![\t\n\f\r])\p{Cc}/gu)?.length ?? 0;
  return controls > text.length / 100;
}
