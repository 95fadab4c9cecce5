/** Once before all tests: some run what is in `dist/`, which is built here where it is not up to date. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  execFileSync(process.execPath, ['scripts/prepare-checkout.mjs'], { stdio: 'inherit' });
}
