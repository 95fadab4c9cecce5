/** Who is let in to a preview, and what a page of it may do. */
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openPreview } from '../../src/preview/preview.js';
import { checkEditor } from '../../src/preview/problems.js';
import { folderOf } from '../load/folder-of.js';
import { BRIEF, previewOf } from './browser.js';

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request with exactly these headers, which fetch would not let one send. */
function ask(url: URL, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asked.on('error', reject).end();
  });
}

async function started() {
  const preview = await previewOf(await folderOf({ 'brief.yaml': BRIEF }));
  const address = new URL(preview.url);
  const [cookie = ''] = [(await ask(address)).headers['set-cookie'] ?? ''].flat();
  const at = (route: string) => new URL(route, address);
  return { address, at, setCookie: cookie, cookie: cookie.split(';')[0] ?? '' };
}

describe('a preview', () => {
  it('lets in who has its address, by a cookie that no other site can send', async () => {
    const { address, at, setCookie, cookie } = await started();
    expect(address.hostname).toBe('127.0.0.1');
    expect(setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(address.searchParams.get('token'));
    expect(await ask(address)).toMatchObject({ status: 303, headers: { location: '/' } });
    for (const route of ['/', '/page.js', '/page.css', '/slides'])
      expect(await ask(at(route), { cookie }), route).toMatchObject({ status: 200 });
  });

  it('lets in nobody else', async () => {
    const { address, at, cookie } = await started();
    for (const route of ['/', '/page.js', '/slides', '/events', '/?token=guessed'])
      expect(await ask(at(route)), route).toMatchObject({ status: 403 });
    expect(await ask(at('/'), { cookie: `${cookie}x` })).toMatchObject({ status: 403 });
    // Another name for this machine that a site has in its power, and a page of another site.
    const { port } = address;
    expect(await ask(at('/'), { cookie, host: `evil.example:${port}` })).toMatchObject({ status: 403 });
    expect(await ask(address, { host: 'evil.example' })).toMatchObject({ status: 403 });
    expect(await ask(at('/'), { cookie, origin: 'http://evil.example' })).toMatchObject({ status: 403 });
    expect(await ask(at('/'), { cookie, origin: `http://127.0.0.1:${port}` })).toMatchObject({ status: 200 });
    expect(await ask(at('/'), { cookie }, 'POST')).toMatchObject({ status: 405 });
  });

  it('allows its page scripts of its own, and its slides none', async () => {
    const { at, cookie } = await started();
    const policyOf = async (route: string) =>
      String((await ask(at(route), { cookie })).headers['content-security-policy']);
    const page = await policyOf('/');
    expect(page).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(page).not.toContain('unsafe');
    const slides = await policyOf('/slides');
    expect(slides).toContain("default-src 'none'");
    expect(slides).toContain('sandbox allow-same-origin');
    expect(slides).not.toMatch(/script/);
    expect((await ask(at('/'), { cookie })).text).not.toMatch(/<script(?! type="module" src)|<style| on\w+=/);
  });

  it('says that a port is taken, and that there is no brief', async () => {
    const { address } = await started();
    const target = await folderOf({ 'brief.yaml': BRIEF });
    const onError = () => undefined;
    await expect(openPreview({ target, port: Number(address.port), onError })).rejects.toThrow(
      `Port ${address.port} cannot be used.`,
    );
    await expect(openPreview({ target: `${target}/none`, onError })).rejects.toThrow(
      'There is no file or folder',
    );
  });
});

describe('the address of an editor', () => {
  it('is one that opens a file in a program', () => {
    expect(checkEditor('zed://file/{file}:{line}')).toBe('zed://file/{file}:{line}');
    for (const bad of [
      'javascript:alert("{file}")',
      'data:text/html,{file}',
      'vscode://file',
      '{file}',
      'https://a.example/{file}',
    ])
      expect(() => checkEditor(bad), bad).toThrow('opens no file in an editor');
  });
});
