/** A preview: a session, a server for the pages, and a watcher that has changed files shown anew. */
import { readConfig } from '../load/config.js';
import { findBriefs } from '../load/load.js';
import { openSession } from '../pipeline/session.js';
import { Client } from './client.js';
import { Hub, type MakeDeck } from './hub.js';
import type { Selection } from './messages.js';
import { readOffers, selectionIn } from './offers.js';
import { checkEditor, DEFAULT_EDITOR, shownProblems } from './problems.js';
import { startServer } from './server.js';
import { watchPaths } from './watch.js';

export interface PreviewOptions {
  /** Folder or file of a brief, or a folder of such folders. */
  target: string;
  /** What can be chosen; without it, everything there is. */
  audiences?: readonly string[] | undefined;
  lengths?: readonly string[] | undefined;
  /** What is shown first, instead of the audience's own. */
  language?: string | undefined;
  theme?: string | undefined;
  templates?: string | undefined;
  rules?: readonly string[] | undefined;
  config?: string | undefined;
  browser?: string | undefined;
  /** Address that opens an editor, with `{file}`, `{line}` and `{column}`. */
  editor?: string | undefined;
  /** Any that is free, if not named. */
  port?: number | undefined;
  /** Told of what goes wrong beside the decks: files that cannot be watched. */
  onError(error: unknown): void;
}

export interface Preview {
  /** The address to open, with its token. */
  url: string;
  close(): Promise<void>;
}

/** Starts a preview. Whoever starts it closes it. Throws `UsageError` where there is no brief, or the port is taken. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { target, audiences, lengths, rules, config, browser, port = 0, onError } = options;
  const editor = checkEditor(options.editor ?? DEFAULT_EDITOR);
  await findBriefs(target);
  const templates =
    options.templates ?? (config === undefined ? undefined : (await readConfig(config)).templates);
  const limits = { target, templates, audiences, lengths };
  const session = openSession({ browser });
  const make: MakeDeck = async ({ brief, audience, length, language, theme }, { signal, onDeck }) => {
    const { decks, findings } = await session.preview(
      {
        ...{ briefs: [brief], audiences: [audience], lengths: [length], templates, rules, config },
        language: language || undefined,
        theme: theme || undefined,
      },
      {
        signal,
        onDrawn: (drawn) => {
          for (const deck of drawn) onDeck(deck, false);
        },
      },
    );
    for (const deck of decks) onDeck(deck, true);
    return findings;
  };
  const hub = new Hub(make, editor);
  const { language, theme } = options;
  const open = async (query: Partial<Selection>, send: Client['send']) => {
    const wanted = { ...(language && { language }), ...(theme && { theme }), ...query };
    const offers = await readOffers(limits, wanted.audience).catch((error: unknown) => {
      send({ kind: 'failed', problems: shownProblems(error, editor) });
    });
    if (!offers) return undefined;
    const selection = selectionIn(offers, wanted);
    send({ kind: 'offers', offers, selection });
    const client = new Client(selection, send);
    hub.add(client);
    return () => hub.remove(client);
  };
  const paths = [target, templates, config].filter((name) => name !== undefined);
  const watcher = await watchPaths(paths, () => hub.changed(), onError);
  const server = await startServer(port, open).catch(async (error: unknown) => {
    await Promise.all([watcher.close(), session.close()]);
    throw error;
  });
  return {
    url: server.url,
    async close() {
      hub.close();
      await Promise.all([server.close(), watcher.close(), session.close()]);
    },
  };
}
