// node .look.mjs file.html out.png [slide] [view]
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const [file, out, slide = '1', view = ''] = process.argv.slice(2);
const b = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--no-zygote', '--allow-file-access-from-files'],
  headless: 'shell',
});
const p = await b.newPage();
await p.setViewport({ width: 1280, height: 720 });
const req = [];
p.on('request', (r) => req.push(r.url().slice(0, 80)));
p.on('console', (m) => console.log('console', m.type(), m.text()));
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(pathToFileURL(file) + (view ? `?view=${view}` : '') + `#${slide}`);
await new Promise((r) => setTimeout(r, 700));
await p.screenshot({ path: out });
console.log(req.filter((u) => !u.startsWith('data:')).join('\n'));
await b.close();
