/** A session of one call: what the library and the command line do. `make.ts` shows the way through a build. */

import type { ExplainedPlan } from './jobs.js';
import type { BuildOptions, BuildResult, CheckOptions, CheckResult } from './options.js';
import type { Choice } from './project.js';
import type { SessionOptions } from './resources.js';
import { openSession, type Session } from './session.js';

/**
 * Builds the decks and writes them, all or none. Throws `BriefError` with every problem of every brief,
 * `MachineError` where a browser or font is missing, `UsageError` for a name that does not exist.
 */
export function build(options: BuildOptions & SessionOptions): Promise<BuildResult> {
  return inSession(options, (session) => session.build(options));
}

/** Makes every file of the decks and holds it to every rule, and writes none. Throws as {@link build} does. */
export function check(options: CheckOptions & SessionOptions): Promise<CheckResult> {
  return inSession(options, (session) => session.check(options));
}

/** The plan of every wanted deck: what is in it, what is out, and why. */
export function explain(options: Choice & SessionOptions): Promise<ExplainedPlan[]> {
  return inSession(options, (session) => session.explain(options));
}

interface OneCall extends SessionOptions {
  signal?: AbortSignal | undefined;
}

async function inSession<R>({ browser, signal }: OneCall, run: (session: Session) => Promise<R>): Promise<R> {
  signal?.throwIfAborted();
  const session = openSession({ browser });
  // Whatever waits for the browser or for a PDF is rejected then.
  const close = () => session.close();
  signal?.addEventListener('abort', close, { once: true });
  try {
    return await run(session);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', close);
    await session.close();
  }
}
