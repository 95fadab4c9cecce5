/** `briefdeck preview`: decks in the browser, fresh after each save. */
import { UsageError } from '../../core/problem.js';
import { type AddCommand, type ChoiceFlags, choiceOf, choosing, print } from '../command.js';

interface Flags extends ChoiceFlags {
  editor?: string;
  port?: number;
}

export const addPreview: AddCommand = (program, cli) => {
  choosing(
    program
      .command('preview')
      .description('decks in the browser, fresh after each save')
      .argument('<brief>', 'folder or file of a brief, or a folder of such folders'),
  )
    .option('--editor <address>', 'what opens an editor, with {file}, {line} and {column}; default: VS Code')
    .option('--port <number>', 'port on this machine; default: any that is free', portNumber)
    .action(async (target: string, flags: Flags) => {
      const { openPreview } = await import('../../preview/preview.js');
      const { briefs: _, ...choice } = choiceOf([target], flags);
      const preview = await openPreview({
        ...choice,
        target,
        editor: flags.editor,
        port: flags.port,
        onError: (error) => cli.streams.err.write(`Changes may not be seen: ${String(error)}\n`),
      });
      print(cli, `${preview.url}\n`);
      cli.streams.err.write('Open this address in a browser. Ctrl-C ends the preview.\n');
      await untilStopped(cli.stop?.signal);
      await preview.close();
    });
};

function untilStopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`"${value}" is no port.`, 'Give a whole number from 1 to 65535.');
  return port;
}
