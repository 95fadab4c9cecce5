/** The page to choose a deck from: brief by audience by length, with a picture of each deck's first slide. */

import type { Manifest, ManifestFile } from '../certificates/manifest.js';
import { escapeMarkup } from '../core/escape.js';
import { type DocumentHead, policy } from '../render/document.js';
import { formatSeconds } from '../words/dates.js';

/** A deck on the page. */
export interface Card {
  manifest: Manifest;
  audience: string;
  about: string;
  /** Marp's picture of its first slide; none for a deck of an earlier build. */
  cover: string | undefined;
  /** Name of what its cover is set in. */
  style: string;
}

/** The whole page. `styles` are the rules of the slides by the name of their style, `fontCss` the fonts. */
export function indexPage(
  cards: readonly Card[],
  marking: string,
  styles: ReadonlyMap<string, string>,
  fontCss: string,
): string {
  const css = [...styles]
    .map(([style, rules]) => rules.replaceAll('div.marpit', () => `div.marpit.${coverClass(style)}`))
    .join('');
  const head: DocumentHead = { title: 'Decks', language: 'en', direction: 'ltr', author: undefined };
  const briefs = [...new Map(cards.map(({ manifest }) => [manifest.brief.id, manifest.brief])).values()];
  return `<!DOCTYPE html>
<html lang="${head.language}"><head><meta charset="UTF-8">${policy()}
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${head.title}</title>
<style>${fontCss}${css}${STYLE}</style></head>
<body>
<p class="marking">${escapeMarkup(marking)}</p>
<main>
<h1>Decks</h1>
${briefs
  .map((brief) =>
    briefSection(
      brief,
      cards.filter((card) => card.manifest.brief.id === brief.id),
    ),
  )
  .join('\n')}
</main>
</body></html>
`;
}

function briefSection(brief: Manifest['brief'], cards: readonly Card[]): string {
  const audiences = [...new Map(cards.map((card) => [card.manifest.audience, card])).values()];
  return `<section class="brief">
<h2>${escapeMarkup(brief.title)}</h2>
<p class="asof">${escapeMarkup(brief.id)}, as of ${escapeMarkup(brief.asOf)}</p>
${audiences
  .map(
    ({ manifest, audience, about }) => `<h3>${escapeMarkup(audience)} <span>${escapeMarkup(about)}</span></h3>
<ul class="decks">
${cards
  .filter((card) => card.manifest.audience === manifest.audience)
  .map(deckCard)
  .join('\n')}
</ul>`,
  )
  .join('\n')}
</section>`;
}

/** Styles share the page, so each holds for its own covers only. */
function coverClass(style: string): string {
  return `theme-${style.replace(/[^\w-]/g, '-')}`;
}

function deckCard({ manifest, cover, style }: Card): string {
  const { brief, length, draft, marking, slides, seconds, limit, files } = manifest;
  const links = files.map(
    (file) =>
      `<a href="${escapeMarkup(encodeURI(`${brief.id}/${file.name}`))}">${escapeMarkup(linkName(file))}</a>`,
  );
  const picture =
    cover === undefined
      ? ''
      : `<div class="marpit ${coverClass(style)}" inert aria-hidden="true">${cover}</div>`;
  return `<li><div class="cover">${picture}</div>
<h4>${draft ? 'DRAFT: ' : ''}${escapeMarkup(length)} <span class="chip">${escapeMarkup(marking)}</span></h4>
<p>${slides.length} ${slides.length === 1 ? 'slide' : 'slides'}, ${formatSeconds(seconds)} of ${formatSeconds(limit)} minutes</p>
<p>${escapeMarkup(state(manifest))}</p>
<p class="links">${links.join(' ')}</p></li>`;
}

/** What was checked: `Checked by 28 rules, nothing found, 1 accepted`. */
function state({ rules }: Manifest): string {
  const records = Object.values(rules);
  const found = records.flatMap((record) => record.found);
  const count = (severity: string, name: string) => {
    const n = found.filter((one) => one.severity === severity).length;
    return n === 0 ? [] : [`${n} ${name}${n === 1 ? '' : 's'}`];
  };
  const counted = [...count('error', 'error'), ...count('warn', 'warning')];
  const what = counted.length === 0 ? 'nothing found' : counted.join(', ');
  const accepted = records.reduce((sum, record) => sum + (record.accepted?.length ?? 0), 0);
  return `Checked by ${records.length} rules, ${what}${accepted === 0 ? '' : `, ${accepted} accepted`}`;
}

/** `HTML, speaker`; the edition for the audience goes without saying. */
function linkName({ format, edition, part }: ManifestFile): string {
  const named = edition === 'audience' ? [] : [edition];
  return [format.toUpperCase(), ...named, ...(part === undefined ? [] : [part])].join(', ');
}

const STYLE = `
:root{color-scheme:light}
body{margin:0;background:#f5f6f8;color:#17212b;font:400 17px/25px "Public Sans",system-ui,sans-serif}
main{max-width:1240px;margin:0 auto;padding:56px 32px 96px}
h1{margin:0 0 40px;font-size:40px;line-height:47px;letter-spacing:-.012em}
h2{margin:0;max-width:900px;font-size:27px;line-height:34px;text-wrap:balance}
h3{margin:28px 0 12px;font-size:19px;line-height:27px}
h3 span{margin-left:10px;color:#4a5763;font-weight:400}
h4{margin:12px 0 0;font-size:18px;line-height:25px}
.brief{margin:0 0 56px;padding:28px 32px 36px;background:#fff;border-top:3px solid #0b4f8f}
.asof{margin:4px 0 0;color:#4a5763}
.decks{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:28px 24px;margin:0;padding:0;list-style:none}
.cover{aspect-ratio:16/9;overflow:hidden;border:1px solid #cfd6dd;background:#eef1f4}
.cover svg{display:block;width:100%;height:auto}
.decks p{margin:2px 0 0;color:#4a5763;font-size:15px;line-height:22px}
.links a{display:inline-block;margin:4px 14px 0 0;padding:2px 0;color:#0b4f8f;font-weight:600;text-underline-offset:3px}
.chip,.marking{background:#000;color:#fff;font-weight:700;font-size:12.5px;line-height:20px;letter-spacing:.02em;padding:0 7px}
.chip{float:right;margin-top:3px}
.marking{position:fixed;top:0;right:0;margin:0;padding:3px 12px;font-size:16px;line-height:24px}
`;
