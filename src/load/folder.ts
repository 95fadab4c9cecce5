/** The brief's folder is the only place that a brief may have read on its word. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Why a path from a brief is not read. */
export class OutsideFolder extends Error {}

/**
 * The real path of a file that a brief names. Absolute paths, `..` and symbolic links that lead out of
 * the folder are refused ({@link OutsideFolder}); a missing file throws as the file system says it.
 */
export async function resolveInside(folder: string, file: string): Promise<string> {
  const base = await realpath(folder);
  const isInside = (target: string) => {
    const relative = path.relative(base, target);
    return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
  };
  if (path.isAbsolute(file) || !isInside(path.resolve(base, file))) throw new OutsideFolder(file);
  const real = await realpath(path.resolve(base, file));
  if (!isInside(real)) throw new OutsideFolder(file);
  return real;
}
