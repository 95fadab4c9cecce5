/** A server that answers as a test wants, at an address that is compatible with OpenAI's. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  authorization: string | undefined;
  body: string;
}

type Answer = (response: ServerResponse, asked: Asked, attempt: number) => void;

/** Starts a server until the test ends. */
export async function serving(answer: Answer): Promise<{ baseUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = {
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    asked.push(one);
    answer(response, one, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

/** What a server answers with a text. */
export const completion = (content: string) => JSON.stringify({ choices: [{ message: { content } }] });
