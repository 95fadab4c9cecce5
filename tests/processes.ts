import { readdirSync, readFileSync } from 'node:fs';

/** The processes that were started with a temporary folder, or with one below it. */
export function processesIn(temporary: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/environ`, 'latin1').includes(`TMPDIR=${temporary}`);
      } catch {
        return false;
      }
    });
}
