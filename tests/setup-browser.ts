/** Once before all tests: the embedded browser is unpacked here, so that no two test files do it at once. */
import { findBrowser } from '../src/browser/find.js';

export async function setup(): Promise<void> {
  await findBrowser();
}
