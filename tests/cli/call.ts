/** The command line as a function, for tests: what it returned, and what it wrote where. */
import { run } from '../../src/cli/run.js';

export interface Called {
  code: number;
  out: string;
  err: string;
}

export async function call(...argv: readonly string[]): Promise<Called> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    progress: () => undefined,
  });
  return { code, out, err };
}
