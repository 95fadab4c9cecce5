/** A model behind an address that is compatible with OpenAI's: a hosted one, Ollama, llama.cpp. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { UsageError } from '../../core/problem.js';
import { type Model, ModelError } from './model.js';

export interface OpenaiOptions {
  /** `https://api.example.com/v1` */
  baseUrl: string;
  /** Sent to that host only, and told to nobody else. */
  key?: string | undefined;
  /** Name of the model. */
  name: string;
  /** Milliseconds until an attempt is given up. */
  timeout?: number;
  /** Milliseconds before each further attempt, where the server is busy or fails. */
  waits?: readonly number[];
}

const TIMEOUT = 180_000;
const WAITS = [1000, 4000, 15_000];

/** Bytes of an answer; a proposal for a long article has about 50 KB. */
const MOST_BYTES = 2 * 1024 * 1024;

const ANSWER = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Another attempt may get an answer. */
class Passing extends ModelError {}

/** The model of a server. Throws {@link UsageError} where the address is none. */
export function openaiModel({ baseUrl, key, name, timeout = TIMEOUT, waits = WAITS }: OpenaiOptions): Model {
  const host = hostOf(baseUrl);
  const url = `${baseUrl.replace(/\/+$/, '')}/chat/completions`;
  return async (messages) => {
    const body = JSON.stringify({
      model: name,
      messages,
      temperature: 0,
      response_format: { type: 'json_object' },
    });
    return attempt(async () => contentOf(await post(url, host, key, body, timeout), host), waits);
  };
}

async function attempt(task: () => Promise<string>, [wait, ...later]: readonly number[]): Promise<string> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof Passing) || wait === undefined) throw error;
    await delay(wait);
    return attempt(task, later);
  }
}

/** The host of an address. Throws {@link UsageError} where it is none of http or https. */
export function hostOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      'The address of the model is no http or https address.',
      'Set OPENAI_BASE_URL: http://localhost:11434/v1.',
    );
  return url.host;
}

async function post(
  url: string,
  host: string,
  key: string | undefined,
  body: string,
  timeout: number,
): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const signal = AbortSignal.timeout(timeout);
  try {
    // Another host is not given the key.
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    if (response.ok) return await textOf(response, host);
    await response.body?.cancel();
    const isPassing = response.status === 429 || response.status >= 500;
    throw new (isPassing ? Passing : ModelError)(`${host} answered with status ${response.status}`);
  } catch (error) {
    if (error instanceof ModelError) throw error;
    if (signal.aborted) throw new ModelError(`${host} gave no answer within ${timeout / 1000} s`);
    // What fetch says may hold the key, if the key is what is wrong.
    throw new Passing(`${host} cannot be reached, or broke off`);
  }
}

async function textOf(response: Response, host: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new ModelError(`${host} answered with more than ${MOST_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function contentOf(text: string, host: string): string {
  const answer = ANSWER.safeParse(jsonIn(text));
  if (!answer.success) throw new ModelError(`${host} answered with something else than a chat completion`);
  return answer.data.choices.map(({ message }) => message.content)[0] ?? '';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
