/** The colours of every built-in theme, as they are seen: with three colour-vision deficiencies, and in grey print. */
import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { chartStyle } from '../../src/charts/draw/style.js';
import { loadTemplates, namesIn } from '../../src/load/templates.js';
import { readTheme } from '../../src/render/theme.js';

const templates = await loadTemplates();

/** Red, green and blue as they are seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

const without =
  (kind: keyof typeof DEFICIENCIES) =>
  (colour: Color): Color => {
    const [red = 0, green = 0, blue = 0] = colour.to('srgb').coords.map((part) => part ?? 0);
    const [r, g, b] = DEFICIENCIES[kind].map(([x, y, z]) => x * red + y * green + z * blue);
    return new Color('srgb', [r ?? 0, g ?? 0, b ?? 0]);
  };

const SEEN: Readonly<Record<string, (colour: Color) => Color>> = {
  'with full colour vision': (colour) => colour,
  'without red (protanopia)': without('protanopia'),
  'without green (deuteranopia)': without('deuteranopia'),
  'without blue (tritanopia)': without('tritanopia'),
};

const lightness = (colour: Color) => colour.to('oklab').coords[0] ?? 0;
const contrast = (one: string, other: string) => new Color(one).contrast(other, 'WCAG21');

describe.each(namesIn(templates, 'themes', '.css'))('theme %s', (name) => {
  const style = chartStyle(readTheme(templates, name).tokens);
  const colours = style.series.map((text) => new Color(text));
  const pairs = colours.flatMap((one, i) => colours.slice(i + 1).map((other) => [one, other] as const));

  it('has six colours', () => {
    expect(colours).toHaveLength(6);
  });

  // 0.02 in OKLab is about what can just be seen; areas far from each other need several times that.
  it.each(Object.keys(SEEN))('keeps them apart %s', (how) => {
    const see = SEEN[how] ?? ((colour: Color) => colour);
    for (const [one, other] of pairs) expect(see(one).deltaE(see(other), 'OK')).toBeGreaterThan(0.08);
  });

  it('keeps neighbours apart in grey print', () => {
    const greys = colours.map((colour) => lightness(colour));
    greys.slice(1).forEach((grey, i) => {
      expect(Math.abs(grey - (greys[i] ?? 0))).toBeGreaterThan(0.1);
    });
    for (const [one, other] of pairs)
      expect(Math.abs(lightness(one) - lightness(other))).toBeGreaterThan(0.035);
  });

  it('has 3:1 against its paper in every colour, and 4.5:1 in what is small', () => {
    for (const colour of [...style.series, style.accent])
      expect(contrast(colour, style.paper)).toBeGreaterThanOrEqual(3);
    for (const colour of [style.ink, style.soft])
      expect(contrast(colour, style.paper)).toBeGreaterThanOrEqual(4.5);
  });
});
