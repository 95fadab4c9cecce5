/** A model behind an address: what it answers, how often it is asked, and that the key is told to nobody. */
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/core/problem.js';
import { ModelError } from '../../../src/draft/model/model.js';
import { type OpenaiOptions, openaiModel } from '../../../src/draft/model/openai.js';
import { completion, serving } from './server.js';

const KEY = 'secret-key-123';
const ask = (baseUrl: string, options: Partial<OpenaiOptions> = {}) =>
  openaiModel({ baseUrl, key: KEY, name: 'small', waits: [1, 1], ...options })([
    { role: 'user', content: 'The bridge is shut.' },
  ]);

async function failure(answer: Promise<string>): Promise<string> {
  const error: unknown = await answer.catch((reason: unknown) => reason);
  if (!(error instanceof ModelError)) throw new Error(`no failure of a model: ${String(error)}`);
  expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain('secret');
  return error.message;
}

describe('a model behind an address', () => {
  it('is given the messages and the key, and answers with a text', async () => {
    const { baseUrl, asked } = await serving((response) => response.end(completion('{"proposals": []}')));
    expect(await ask(`${baseUrl}/`)).toBe('{"proposals": []}');
    expect(asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`]);
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      model: 'small',
      messages: [{ role: 'user', content: 'The bridge is shut.' }],
    });
  });

  it('needs no key', async () => {
    const { baseUrl, asked } = await serving((response) => response.end(completion('yes')));
    expect(await ask(baseUrl, { key: undefined })).toBe('yes');
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it.each([429, 500, 503])('is asked again after status %s, which may pass', async (status) => {
    const { baseUrl, asked } = await serving((response, _, attempt) => {
      if (attempt < 3) response.statusCode = status;
      response.end(attempt < 3 ? KEY : completion('yes'));
    });
    expect(await ask(baseUrl)).toBe('yes');
    expect(asked.length).toBe(3);
  });

  it('is given up where that does not pass', async () => {
    const { baseUrl, asked } = await serving((response) => {
      response.statusCode = 429;
      response.end(KEY);
    });
    expect(await failure(ask(baseUrl))).toContain('status 429');
    expect(asked.length).toBe(3);
  });

  it('is asked once where the key is refused', async () => {
    const { baseUrl, asked } = await serving((response) => {
      response.statusCode = 401;
      response.end(`{"error": "no such key: ${KEY}"}`);
    });
    expect(await failure(ask(baseUrl))).toContain('status 401');
    expect(asked.length).toBe(1);
  });

  it('is given up where it takes too long, before its answer and within it', async () => {
    const silent = await serving(() => undefined);
    expect(await failure(ask(silent.baseUrl, { timeout: 50 }))).toContain('within 0.05 s');
    const slow = await serving((response) => response.write(' '));
    expect(await failure(ask(slow.baseUrl, { timeout: 50 }))).toContain('within 0.05 s');
  });

  it('fails where the answer is cut off', async () => {
    const { baseUrl } = await serving((response) => {
      response.setHeader('content-length', 1000);
      response.write('{"choices": [');
      setImmediate(() => response.destroy());
    });
    expect(await failure(ask(baseUrl))).toContain('broke off');
  });

  it('fails where the answer is huge', async () => {
    const { baseUrl } = await serving((response) => response.end(' '.repeat(3 * 1024 * 1024)));
    expect(await failure(ask(baseUrl))).toContain('more than');
  });

  it.each(['', 'no JSON', '{"choices": []}', '{"choices": [{"message": {"content": null}}]}', '[]'])(
    'fails where the answer is no completion: %s',
    async (answer) => {
      const { baseUrl } = await serving((response) => response.end(answer));
      expect(await failure(ask(baseUrl))).toContain('something else');
    },
  );

  it('sends the key to no other address', async () => {
    const other = await serving((response) => response.end(completion('yes')));
    const { baseUrl } = await serving((response) => {
      response.writeHead(307, { location: `${other.baseUrl}/chat/completions` });
      response.end();
    });
    await failure(ask(baseUrl));
    expect(other.asked).toEqual([]);
  });

  it('tells nobody a key that no header can hold', async () => {
    const { baseUrl, asked } = await serving((response) => response.end(completion('yes')));
    await failure(ask(baseUrl, { key: `${KEY}\n\u{1F511}` }));
    expect(asked).toEqual([]);
  });

  it.each(['', 'localhost:11434', 'file:///etc/passwd'])('is refused at the address "%s"', (baseUrl) => {
    expect(() => openaiModel({ baseUrl, name: 'small' })).toThrow(UsageError);
  });
});
