/** Names of files that can stand on every disk, and that no two files of a build share. */
import { UsageError } from '../core/problem.js';

/** What Windows, Linux and macOS all take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name may have
const PLAIN = /^(?!\.{1,2}$)[^\\/:*?"<>|\u0000-\u001F]+(?<![. ])$/;

/** Names that are devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Throws {@link UsageError} for a name that leads elsewhere, is a device somewhere, or is there twice. */
export function checkNames(names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const parts = name.split('/');
    if (!parts.every((part) => PLAIN.test(part)))
      throw new UsageError(
        `"${name}" is no name for a file.`,
        'Give the audience another name: letters, digits and "-".',
      );
    const device = parts.find((part) => DEVICE.test(part));
    if (device !== undefined)
      throw new UsageError(
        `"${name}" cannot be written on Windows, where "${device}" is a device.`,
        'Give the brief another id.',
      );
    // Some disks do not tell letters by their case, and some not by how they are composed.
    const folded = name.normalize('NFC').toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined)
      throw new UsageError(
        `Two decks would be one file: "${earlier}"${earlier === name ? '' : ` and "${name}"`}.`,
        'Give an audience or a length another name.',
      );
    seen.set(folded, name);
  }
}
