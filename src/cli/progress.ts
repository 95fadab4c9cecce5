/** How far a build is, on a terminal: a bar. */
import cliProgress from 'cli-progress';

/** A bar that appears with the first deck; `clear` removes it and shows the cursor again. */
export function progressBar(stream: NodeJS.WriteStream) {
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total} {deck}',
      stream,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  return {
    update(done: number, all: number, deck: string): void {
      if (!bar.isActive) bar.start(all, 0, { deck: '' });
      bar.update(done, { deck });
    },
    clear: () => bar.stop(),
  };
}
