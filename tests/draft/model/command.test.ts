/** `draft --model` at the edge: what is told of what is sent, what is left out, and of a model that fails. */
import { describe, expect, it } from 'vitest';
import type { Cli } from '../../../src/cli/command.js';
import { modelNamed, withModel } from '../../../src/cli/draft-model.js';
import { UsageError } from '../../../src/core/problem.js';
import { draftOf } from '../drafted.js';
import { completion, serving } from './server.js';

const KEY = 'secret-key-123';
const drafted = await draftOf(
  'The harbour bridge was closed to all traffic on Friday after a strand parted in its north cable, according to the Port Authority.',
  { title: 'Bridge closed' },
);

/** The draft and what is told, when the server answers with a status and a text. */
async function told(status: number, answer: string) {
  const { baseUrl } = await serving((response) => {
    response.statusCode = status;
    response.end(answer);
  });
  let err = '';
  const streams: Cli['streams'] = {
    out: { write: () => undefined },
    err: { write: (text) => (err += text) },
    progress: () => undefined,
  };
  const cli: Cli = { streams, stop: undefined, exitWith: () => undefined };
  const named = modelNamed('small', { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: KEY });
  const draft = await withModel(drafted, named, 'TLP:CLEAR', cli);
  return { draft, lines: err.replaceAll(new URL(baseUrl).host, 'HOST').trimEnd().split('\n') };
}

describe('draft --model', () => {
  it('tells which host gets how much of which file, and how many proposals are left out', async () => {
    const proposals = [{ kind: 'title', text: 'Peter Smith' }];
    const { draft, lines } = await told(200, completion(JSON.stringify({ proposals })));
    expect(lines).toEqual([
      expect.stringMatching(/^To HOST: \d+ characters of sources\/article\.txt\.$/),
      '0 proposals of the model accepted, 1 left out: listed at the end of the file.',
    ]);
    expect(draft.dropped.join()).toContain('title of the model, "Peter Smith"');
    expect(JSON.stringify(draft)).not.toContain(KEY);
  });

  it('gives the draft without the model, and a warning, where the model fails', async () => {
    const { draft, lines } = await told(403, KEY);
    expect(draft).toBe(drafted);
    expect(lines.join('\n')).toContain(
      'warning: the draft is without the model: HOST answered with status 403',
    );
    expect(lines.join('\n')).not.toContain(KEY);
  });

  it('needs an address', () => {
    expect(() => modelNamed('small', {})).toThrow(UsageError);
  });
});
