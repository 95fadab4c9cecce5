/** The server of a preview: the page, the frame for the slides, and events. It listens on this machine only. */
import { readFile } from 'node:fs/promises';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { codeOf } from '../core/folders.js';
import { UsageError } from '../core/problem.js';
import { createAccess, SLIDES_POLICY } from './access.js';
import type { Message } from './messages.js';

export interface PreviewServer {
  /** With the token: whoever has it may see the preview. */
  url: string;
  close(): Promise<void>;
}

/** A page opens with its query; what is returned is called when it is closed. Without it the page tries again. */
export type OpenPage = (
  query: Readonly<Record<string, string>>,
  send: (message: Message) => void,
) => Promise<(() => void) | undefined>;

const FILES = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/slides': ['slides.html', 'text/html; charset=utf-8'],
} as const;

/** Milliseconds between two signs of life: what is gone is found out by them. */
const ALIVE = 15_000;

export async function startServer(port: number, onPage: OpenPage): Promise<PreviewServer> {
  let actual = port;
  const { token, guard } = createAccess(() => actual);
  const app = new Hono();
  app.use(guard);
  for (const [route, [file, type]] of Object.entries(FILES)) {
    const content = await readFile(new URL(`../../dist/preview/${file}`, import.meta.url));
    app.get(route, (c) => {
      if (route === '/slides') c.header('Content-Security-Policy', SLIDES_POLICY);
      return c.body(new Uint8Array(content), 200, { 'Content-Type': type });
    });
  }
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const send = (message: Message) => {
        // A page that is gone needs no news.
        stream.writeSSE({ data: JSON.stringify(message) }).catch(() => undefined);
      };
      const close = await onPage(c.req.query(), send);
      if (!close) return;
      const alive = setInterval(() => void stream.write(': alive\n\n').catch(() => undefined), ALIVE);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(alive);
      close();
    }),
  );
  const server = await listen(app, port);
  const address = server.address();
  actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}/?token=${token}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function listen({ fetch }: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
    server.once('error', (error: Error) => {
      const taken = new UsageError(`Port ${port} cannot be used.`, 'Name another with --port, or none.');
      reject(['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '') ? taken : error);
    });
  });
}
