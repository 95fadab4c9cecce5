/** Claims beside a chart: those of the deck, each once, as many as fit, and counted like all others. */
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Slide } from '../../src/compose/slide.js';
import { type LoadedBrief, loadBrief } from '../../src/load/load.js';
import { readAudience, readLengths, readLocale } from '../../src/load/profiles.js';
import { loadTemplates } from '../../src/load/templates.js';
import { DeckRenderer } from '../../src/pipeline/deck-renderer.js';
import { familyOf, wordFamily } from '../../src/pipeline/family.js';
import { folderOf } from '../load/folder-of.js';
import { problemsOf, told } from '../load/problems.js';
import { visibleOf } from '../loaded.js';

const yaml = (beside: string) => `
id: beside
title: A title
asOf: 2026-03-02
bottomLine: What it comes to.
sources: { notice: { title: Notice, publisher: Port } }
claims:
  - { id: first, text: Said first., importance: 5, topics: [one], status: confirmed, sources: [notice] }
  - { id: second, text: Said second., importance: 5, topics: [one], status: confirmed, sources: [notice] }
  - { id: third, text: Said third., importance: 5, topics: [one], status: confirmed, sources: [notice] }
  - { id: doubted, text: Boats are late., importance: 3, topics: [two], status: reported, attribution: the port, sources: [notice] }
  - { id: hidden, text: Nobody may know., importance: 3, topics: [two], marking: TLP:AMBER, status: confirmed, sources: [notice] }
charts:
  - id: late
    headline: Boats are late
    kind: bar
    unit: minutes
    data: [{ label: East, value: 3 }, { label: West, value: 5 }]
    beside: ${beside}
    sources: [notice]
    importance: 4
    topics: [two]
`;

const loadedWith = async (beside: string) =>
  path.join(await folderOf({ 'brief.yaml': yaml(beside) }), 'brief.yaml');
const templates = await loadTemplates();
const locale = readLocale(templates, 'en');
let brief: LoadedBrief;
beforeEach(async () => {
  brief = await loadBrief(await loadedWith('[hidden, doubted, first]'));
});

const decksFor = (audience: string, overflowing?: ReadonlySet<string>) =>
  familyOf(
    wordFamily(
      visibleOf(brief, readAudience(templates, audience).highest),
      readAudience(templates, audience),
      locale,
    ),
    readLengths(templates),
    overflowing && { overflowing },
  );
const chartOf = (slides: readonly Slide[]) => slides.find((slide) => slide.kind === 'chart');

describe('claims beside a chart', () => {
  it('stand there and nowhere else, with hedges, sources, marking, time and what the speaker says', () => {
    const full = decksFor('executive').at(-1)?.deck;
    const chart = chartOf(full?.slides ?? []);
    expect(chart?.rows.map((row) => row.id)).toEqual(['hidden', 'doubted']);
    expect(chart?.rows[1]).toMatchObject({ hedges: [{ detail: 'the port' }], marks: [1] });
    expect(chart?.marking).toBe('TLP:AMBER');
    expect(chart?.notes.join(' ')).toContain('Boats are late.');
    for (const id of ['hidden', 'doubted', 'first'])
      expect(full?.slides.filter((slide) => slide.items.includes(id)).length, id).toBe(1);
  });

  it('drop out where an audience may not see them', () => {
    const chart = chartOf(decksFor('public').at(-1)?.deck.slides ?? []);
    expect(chart?.rows.map((row) => row.id)).toEqual(['doubted']);
    expect(chart?.marking).toBe('TLP:CLEAR');
  });

  it('go back to slides of their own where they do not fit beside it', () => {
    const slides = decksFor('executive', new Set(['chart   late hidden doubted'])).at(-1)?.deck.slides ?? [];
    expect(chartOf(slides)?.rows.map((row) => row.id)).toEqual(['hidden']);
    expect(slides.filter((slide) => slide.items.includes('doubted')).map(({ kind }) => kind)).toEqual([
      'claims',
    ]);
  });

  it('have the chart drawn at the size that is left', () => {
    const renderer = new DeckRenderer(templates);
    const deck = decksFor('executive').at(-1)?.deck;
    if (!deck) throw new Error('no deck');
    const markdown = renderer.portable(deck, renderer.markdown(deck, locale, false));
    const [svg = ''] = [...markdown.matchAll(/class="chart"[^>]*base64,([^"]+)"/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
    expect(svg).toContain('width="704" height="380"');
  });

  it('are claims that there are, each beside one chart, and beside no timeline', async () => {
    const file = await loadedWith('[dubted, first]');
    expect(told(await problemsOf(file), path.dirname(file))).toContain('Did you mean "doubted"?');
    const twice = await loadedWith('[first, first]');
    expect(told(await problemsOf(twice), path.dirname(twice))).toContain(
      '"first" stands beside "late" already',
    );
  });
});
