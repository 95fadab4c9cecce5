/** Watches folders and files: each change is told, also by renaming, and that a folder is gone or back. */
import { stat } from 'node:fs/promises';
import { watch } from 'chokidar';

export interface Watcher {
  close(): Promise<void>;
}

/** Folders that hold nothing of a brief. */
const IGNORED = /[/\\](?:node_modules|\.git)(?:[/\\]|$)/;

/** Milliseconds between two looks whether a folder is another one: a watcher knows nothing of what takes its place. */
const LOOK = 500;

/** Resolves when changes are seen from now on. */
export async function watchPaths(
  paths: readonly string[],
  onChange: () => void,
  onError: (error: unknown) => void,
): Promise<Watcher> {
  const identities = async () => (await Promise.all(paths.map(identityOf))).join();
  const start = async () => {
    const watcher = watch([...paths], { ignoreInitial: true, ignored: (name) => IGNORED.test(name) });
    watcher.on('all', onChange).on('error', onError);
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return watcher;
  };
  let known = await identities();
  let current = start();
  const look = setInterval(async () => {
    const now = await identities();
    if (now === known) return;
    known = now;
    const before = current;
    current = before.then((watcher) => watcher.close()).then(start);
    current.then(onChange, onError);
  }, LOOK);
  await current;
  return {
    async close() {
      clearInterval(look);
      await (await current).close();
    },
  };
}

/** What tells a folder from another of its name. A file is saved by renaming: a watcher of it sees that. */
async function identityOf(name: string): Promise<string> {
  const found = await stat(name).catch(() => undefined);
  return found ? `${found.dev}-${found.isDirectory() ? found.ino : 'file'}` : '';
}
