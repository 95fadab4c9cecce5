/** What a finished SVG shows, read back from its text. */
import { expect } from 'vitest';
import { boxOf, type TextBox } from '../../src/charts/draw/text.js';

export interface TextElement extends TextBox {
  text: string;
  size: number;
}

const FORBIDDEN = / on\w+=|href|NaN|undefined/;

/** Every text of an SVG with its area; the SVG's own grammar is checked on the way. */
export function textsOf(svg: string, family: string): TextElement[] {
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*>.*<\/svg>$/s);
  const isMirrored = / direction="rtl"/.test(svg);
  const open: { name: string; x: number; y: number }[] = [];
  const texts: TextElement[] = [];
  for (const [, close, name = '', rest = '', end, content = ''] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:[^>"]|"[^"]*")*?)(\/?)>([^<]*)/g,
  )) {
    // An `expect` takes longer than what is asked: it is made for what is wrong only.
    if (FORBIDDEN.test(rest)) expect(rest).not.toMatch(FORBIDDEN);
    if (close) {
      const opened = open.pop()?.name;
      if (opened !== name) expect(opened).toBe(name);
      continue;
    }
    const [, dx = '0', dy = '0'] = / transform="translate\((\S+) (\S+)\)"/.exec(rest) ?? [];
    const outer = open.at(-1) ?? { x: 0, y: 0 };
    const here = { name, x: outer.x + Number(dx), y: outer.y + Number(dy) };
    if (name === 'text') {
      const value = (key: string) => new RegExp(`(?:^| )${key}="([^"]*)"`).exec(rest)?.[1];
      const anchor = value('text-anchor') ?? 'start';
      const turned = { start: 'end', middle: 'middle', end: 'start' } as const;
      const text = decode(content);
      const size = Number(value('font-size'));
      const box = boxOf(
        {
          text,
          x: Number(value('x')) + here.x,
          y: Number(value('y')) + here.y,
          size,
          weight: Number(value('font-weight') ?? 400),
          colour: '',
          anchor: isMirrored ? turned[anchor as keyof typeof turned] : (anchor as keyof typeof turned),
        },
        family,
      );
      texts.push({ text, size, ...box });
    }
    if (!end) open.push(here);
  }
  expect(open).toEqual([]);
  return texts;
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
