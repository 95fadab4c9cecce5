/** What a build left in its folder. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, hidden ones too, by its name with slashes. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file) => {
    return [path.relative(folder, file).split(path.sep).join('/'), await readFile(file)] as const;
  });
  return new Map(await Promise.all(read));
}
