/** Each kind of source: what of it is the article's text, and what it says of itself. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/draft/read/read.js';
import { docx, folderWith, headingsOf, paragraph, pdf, read } from './files.js';

const page = (name: string) => readFile(new URL(`pages/${name}`, import.meta.url));
const words = (text: string) => text.split(/\s+/).length;

describe('plain text', () => {
  it('has paragraphs of wrapped lines and of whole lines, headings, a title and a date', async () => {
    const source = await read(
      'a.txt',
      [
        'Bridge stays shut',
        '',
        'Saturday, 28 February 2026',
        '',
        'The bridge stays shut until at least the middle of April, the port said on',
        'Saturday, and lorries take the northern detour, which is longer than the usual',
        'way.',
        '',
        'What it costs',
        'The detour costs hauliers about 1.2 million euros a day.',
        'Nobody outside their association has looked at the number.',
      ].join('\r\n'),
    );
    expect(source).toMatchObject({ title: 'Bridge stays shut', date: '2026-02-28' });
    expect(source.text.split('\n\n')).toEqual([
      'Bridge stays shut',
      'Saturday, 28 February 2026',
      'The bridge stays shut until at least the middle of April, the port said on Saturday, and lorries take the northern detour, which is longer than the usual way.',
      'What it costs',
      'The detour costs hauliers about 1.2 million euros a day.',
      'Nobody outside their association has looked at the number.',
    ]);
    expect(headingsOf(source)).toEqual(['1 Bridge stays shut', '2 What it costs']);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFThe café is shut.')],
    ['UTF-16, little end first', Buffer.from('\uFEFFThe café is shut.', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFThe café is shut.', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('The café is shut.', 'utf16le')],
    ['a letter and its accent apart', Buffer.from('The cafe\u0301 is shut.')],
  ])('is read in %s', async (_, bytes) => {
    expect((await read('a.txt', bytes)).text).toBe('The café is shut.');
  });
});

describe('Markdown', () => {
  it('leaves markup, code and pictures out, and knows its front matter', async () => {
    const source = await read(
      'a.md',
      [
        '---',
        'title: "Bridge: still shut"',
        'date: 2026-03-02 09:00:00 -0400',
        'authors: [Ana Ruiz, Tom Okafor]',
        'lang: en-GB',
        'source: https://port.example/a',
        '---',
        '# Bridge *still* shut',
        '',
        'The **bridge** stays [shut](https://port.example "Port") until\nApril.[^1] Use `detour.sh`.',
        '',
        '![A bridge](bridge.jpg)',
        '',
        '```js',
        'const secret = 1;',
        '```',
        '',
        '{{< figure src="a.jpg" title="No caption" >}}',
        '',
        '- North: 10<sup>6</sup> t of CO<sub>2</sub>',
        '- South',
        '',
        '| Route | Crossings |',
        '|-------|-----------|',
        '| North | 16 |',
        '',
        '[^1]: Says the port.',
      ].join('\n'),
    );
    expect(source).toMatchObject({
      title: 'Bridge: still shut',
      date: '2026-03-02',
      byline: 'Ana Ruiz, Tom Okafor',
      language: 'en-GB',
      url: 'https://port.example/a',
    });
    expect(source.text.split('\n\n')).toEqual([
      'Bridge still shut',
      'The bridge stays shut until April. Use detour.sh.',
      'North: 10⁶ t of CO2',
      'South',
    ]);
    expect(headingsOf(source)).toEqual(['1 Bridge still shut']);
    expect(source.tables).toEqual([
      { name: 'Bridge still shut', rows: [['Route', 'Crossings'], ['North', '16']] }, // biome-ignore format: a table
    ]);
  });

  it('is MDX without its components', async () => {
    const source = await read(
      'a.mdx',
      [
        '---',
        'name: Air quality',
        '---',
        "import Chart from './chart'",
        '<Block>',
        '  <Prose>',
        '    ## China',
        '      Emissions fell by 90% from 2005.',
        '',
        '      {/* not yet */}They rose elsewhere.',
        '  </Prose>',
        '  <Figure>',
        "    <Chart data={new URL('./a.csv', import.meta.url).href} options={{ zoom: { at: 1 } }} />",
        '    <Caption attrAuthor="NASA">No caption</Caption>',
        '  </Figure>',
        '</Block>',
      ].join('\n'),
    );
    expect(source.title).toBe('Air quality');
    expect(source.text).toBe('China\n\nEmissions fell by 90% from 2005.\n\nThey rose elsewhere.');
    expect(headingsOf(source)).toEqual(['2 China']);
  });
});

describe('a page', () => {
  it('of a newspaper is its article, and nothing that stands around and within it', async () => {
    const source = await read('a.html', await page('newspaper.html'));
    expect(source).toMatchObject({
      title: 'Ferry operator withdraws two ships after inspection',
      byline: 'Mara Lind, Tom Okafor',
      publisher: 'The Harbour Courier',
      date: '2026-03-04',
      url: 'https://courier.example/news/ferries',
      language: 'en-GB',
    });
    const paragraphs = source.text.split('\n\n');
    expect(paragraphs.map((text) => text.slice(0, 24))).toEqual([
      'The operator of the nort',
      'About 1,400 lorries a we',
      'What the inspectors foun',
      '“We would rather lose a ',
      'Doors of the same make a',
      'Prices stay as they are.',
    ]);
    expect(paragraphs[1]).toBe(
      'About 1,400 lorries a week use the route, according to the port authority, which called the decision “cautious but right”.',
    );
    expect(paragraphs[3]).toMatch(/12 cm long, were found in welds that had been repaired in 2019\.$/);
    expect(headingsOf(source)).toEqual(['2 What the inspectors found']);
    expect(source.tables.map(({ name, rows }) => [name, rows[2]])).toEqual([['Crossings a day', ['South', '10', '10']]]); // biome-ignore format: one line
  });

  it('without an article element and in columns of a table is its text', async () => {
    const source = await read('a.html', await page('no-article.html'));
    expect(source).toMatchObject({ title: 'Notice 14: bridge closed', date: '2026-02-28' });
    expect(source.text).not.toMatch(/Tides|Contact/);
    expect(source.text.split('\n\n').map((text) => text.slice(0, 20))).toEqual([
      'Notice 14',
      'Both decks of the ha',
      'Heavy vehicles take ',
      'The bridge stays clo',
    ]);
    expect(source.tables).toEqual([]);
  });

  it('in Arabic is read as one in English', async () => {
    const source = await read('a.html', await page('arabic.html'));
    expect(source).toMatchObject({
      title: 'إغلاق جسر الميناء حتى أبريل',
      publisher: 'أخبار الميناء',
      language: 'ar',
      date: '2026-03-02',
    });
    expect(source.text.split('\n\n')).toHaveLength(3);
    expect(source.text).toContain('«لن نفتحه قبل الموعد بيوم واحد»');
    expect(source.text).not.toMatch(/الرئيسية|شارك|الحقوق/);
  });

  it('is in the encoding that it declares', async () => {
    const html =
      '<html><head><meta charset="windows-1252"><title>Caf\xE9</title></head><body><article><p>The caf\xE9 is shut \x96 \x93for good\x94, it says, and that was said at 5 \x80 a cup.</p></article></body></html>';
    const source = await read('a.html', Buffer.from(html, 'latin1'));
    expect(source.title).toBe('Café');
    expect(source.text).toBe('The café is shut – “for good”, it says, and that was said at 5 € a cup.');
  });

  const lead = 'The bridge stays shut until April, says the port, which tests its cables.';
  const shut = (data: object) =>
    `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article><p>${lead}</p><p>More for subscribers.</p></article></body></html>`;
  it.each([
    ['longer than what is on the page', `${lead}\n\n${'The tests take six weeks at least. '.repeat(5)}`, 48],
    ['shorter than what is on the page', 'The bridge stays shut.', 16],
  ])('gives the body for machines where it is %s', async (_, articleBody, count) => {
    const source = await read('a.html', shut({ '@type': ['NewsArticle'], headline: 'Shut', articleBody }));
    expect([source.title, words(source.text)]).toEqual(['Shut', count]);
  });
});

describe('a PDF', () => {
  const body = (text: string, bottom: number, left = 72) => [text, left, bottom, 11] as const;
  const first = [
    ['Harbour Courier, 4 March 2026', 72, 800, 8],
    ['Two ships withdrawn', 72, 760, 20],
    body('The operator of the northern ferries withdrew two of its five ships on Tues-', 720),
    body('day after inspectors found cracks in the well-known doors of the car deck, and', 706),
    body('said that crossings would be cut.', 692),
    body('About 1,400 lorries a week use the route, says the port, which has a well-', 664),
    body('known engineer. It goes on, as the next page shows, and does not end before it', 650),
    ['Page 1 of 2', 280, 40, 8],
  ] as const;
  const second = [
    ['Harbour Courier, 5 March 2026', 72, 800, 8],
    body('has come to its end.', 760),
    ['What follows', 72, 730, 14],
    body('Prices stay as they are.', 710),
    ['Page 2 of 2', 280, 40, 8],
  ] as const;

  it('has its lines joined, words made whole, and no running heads', async () => {
    const source = await read('a.pdf', pdf([first, second], '/Title (Two ships) /Author (Mara Lind)'));
    expect(source).toMatchObject({ title: 'Two ships', byline: 'Mara Lind' });
    expect(source.text.split('\n\n')).toEqual([
      'Two ships withdrawn',
      'The operator of the northern ferries withdrew two of its five ships on Tuesday after inspectors found cracks in the well-known doors of the car deck, and said that crossings would be cut.',
      'About 1,400 lorries a week use the route, says the port, which has a well-known engineer. It goes on, as the next page shows, and does not end before it has come to its end.',
      'What follows',
      'Prices stay as they are.',
    ]);
    expect(headingsOf(source)).toEqual(['1 Two ships withdrawn', '2 What follows']);
  });
});

describe('a Word document', () => {
  it('is its paragraphs, with its properties', async () => {
    const table =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Route</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Crossings</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>16</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    const source = await read(
      'a.docx',
      docx(
        paragraph('Two ships withdrawn', 'T') +
          paragraph('The operator withdrew two ships.') +
          paragraph('What follows', 'H') +
          paragraph('Prices stay as they are.') +
          table,
        {
          'docProps/core.xml':
            '<p><dc:title>Two ships &amp; more</dc:title><dc:creator>Mara Lind</dc:creator></p>',
        },
      ),
    );
    expect(source).toMatchObject({ title: 'Two ships & more', byline: 'Mara Lind' });
    expect(source.text).toBe(
      'Two ships withdrawn\n\nThe operator withdrew two ships.\n\nWhat follows\n\nPrices stay as they are.',
    );
    expect(headingsOf(source)).toEqual(['1 Two ships withdrawn', '2 What follows']);
    expect(source.tables.map(({ rows }) => rows[1])).toEqual([['North', '16']]);
  });
});

describe('JSON', () => {
  it('of IPTC ninjs 3 is its main body', async () => {
    const item = {
      uri: 'https://agency.example/1',
      standard: { name: 'ninjs', version: '3.1' },
      type: 'text',
      language: 'en',
      contentcreated: '2026-03-04T05:00:00Z',
      by: 'By Mara Lind',
      infosources: [{ name: 'Harbour Agency' }],
      headlines: [{ role: 'short', value: 'Ships' }, { role: 'main', value: 'Two ships withdrawn' }],
      bodies: [
        { role: 'short', contenttype: 'text/plain', value: 'Short.' },
        { role: 'main', contenttype: 'application/xhtml+xml', value: '<p>The operator withdrew two ships.</p><p>Prices stay.</p>' },
      ],
    }; // biome-ignore format: a record
    expect(await read('a.json', JSON.stringify(item))).toMatchObject({
      title: 'Two ships withdrawn',
      byline: 'Mara Lind',
      publisher: 'Harbour Agency',
      date: '2026-03-04',
      url: 'https://agency.example/1',
      language: 'en',
      text: 'The operator withdrew two ships.\n\nPrices stay.',
    });
  });

  it('of the content API of GOV.UK is the body of its page', async () => {
    const content = {
      base_path: '/government/news/ships',
      title: 'Two ships withdrawn',
      locale: 'en',
      first_published_at: '2026-03-04T05:00:00.000+00:00',
      details: { body: '<div class="govspeak"><p>Two ships.</p><h2 id="notes">Notes</h2><p>1. None.</p></div>' },
      links: { organisations: [{ title: 'Port Office' }] },
    }; // biome-ignore format: a record
    const source = await read('a.json', JSON.stringify(content));
    expect(source).toMatchObject({
      title: 'Two ships withdrawn',
      publisher: 'Port Office',
      date: '2026-03-04',
      url: 'https://www.gov.uk/government/news/ships',
    });
    expect(headingsOf(source)).toEqual(['2 Notes']);
  });
});

it('a CSV is a table without a text', async () => {
  expect(await read('crossings.csv', 'Route,Crossings\nNorth,16\n"South, by day",10\n')).toMatchObject({
    text: '',
    tables: [{ name: 'crossings', rows: [['Route', 'Crossings'], ['North', '16'], ['South, by day', '10']] }],
  }); // biome-ignore format: a table
});

it('what a file holds decides over its extension', async () => {
  const text = 'The bridge stays shut until April, says the port.';
  const html = `<!doctype html><html><body><article><p>${text}</p></article></body></html>`;
  for (const content of [pdf([[[text, 72, 700, 11]]]), docx(paragraph(text)), html])
    expect((await read('a.txt', content)).text).toBe(text);
});

it('a folder is all articles in it, by name, without what is hidden and data beside them', async () => {
  const folder = await folderWith({
    'b.md': '# B',
    'a.txt': 'A is said.',
    'photo.jpg': 'no picture',
    '.draft.txt': 'hidden',
    'package.json': '{}',
  });
  const sources = await readSources([folder, path.join(folder, 'a.txt')]);
  expect(sources.map(({ file, text }) => [path.basename(file), text])).toEqual([
    ['a.txt', 'A is said.'],
    ['b.md', 'B'],
  ]);
});
