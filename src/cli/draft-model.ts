/** `briefdeck draft --model` at the edge: which server is asked, and what is told of it. */
import { UsageError } from '../core/problem.js';
import type { Model } from '../draft/model/model.js';
import { hostOf, openaiModel } from '../draft/model/openai.js';
import { propose } from '../draft/model/propose.js';
import type { Draft } from '../draft/result.js';
import type { Marking } from '../load/vocabulary.js';
import { type Cli, warn } from './command.js';
import { count } from './table.js';

interface Named {
  model: Model;
  host: string;
}

/** The model of a name at the server that the environment names. Throws {@link UsageError} where it names none. */
export function modelNamed(name: string, env: NodeJS.ProcessEnv): Named {
  const baseUrl = env.OPENAI_BASE_URL;
  if (!baseUrl)
    throw new UsageError(
      '--model needs the address of a server.',
      'Set OPENAI_BASE_URL (http://localhost:11434/v1), and OPENAI_API_KEY if the server wants a key.',
    );
  return { model: openaiModel({ baseUrl, key: env.OPENAI_API_KEY, name }), host: hostOf(baseUrl) };
}

/** The draft with what the model proposes and its evidence carries; the draft as it was where the model fails. */
export async function withModel(
  draft: Draft,
  { model, host }: Named,
  marking: Marking,
  cli: Cli,
): Promise<Draft> {
  const proposed = await propose(draft, model, {
    marking,
    onSend: ({ sent, kept }) => {
      const parts = sent.map(
        ({ file, characters }) => `${characters.toLocaleString('en')} characters of ${file}`,
      );
      const held = kept.map(({ source, marking }) => `; nothing of ${source} (${marking})`);
      cli.streams.err.write(`To ${host}: ${parts.join(', ')}${held.join('')}.\n`);
    },
  });
  if (proposed.failed !== undefined)
    warn(cli, [
      {
        code: 'model',
        severity: 'warn',
        message: `the draft is without the model: ${proposed.failed}`,
        hint: 'The draft is complete without it. Try again, or name another model.',
      },
    ]);
  else
    cli.streams.err.write(
      `${count(proposed.accepted, 'proposal')} of the model accepted, ${proposed.dropped.length} left out: listed at the end of the file.\n`,
    );
  return proposed.draft;
}
