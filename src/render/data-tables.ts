/**
 * The figures of a chart in a deck that is presented: `<details class="figures">` of the chart's layout. Whoever reads
 * on a screen opens them by mouse or keyboard; on paper there is nothing to open.
 */

const FIGURES = /<details class="figures">.*?<\/details>/gs;

/** Slides to be printed, and measured: without what is closed on them. */
export function withoutFigures(html: string): string {
  return html.replace(FIGURES, '');
}

/** Slides to be presented: every table can be reached, and then scrolled, by keyboard in every browser. */
export function withFigures(html: string): string {
  return html.replace(FIGURES, (figures) => figures.replace('<div>', '<div tabindex="0" role="group">'));
}

/** Marp's page turns slides by the keys that open and scroll a table: inside one they are the table's. Escape closes it. */
export const FIGURES_SCRIPT = `document.addEventListener('keydown',e=>{const f=e.target.closest&&e.target.closest('.figures');if(!f||/^Page|^F\\d/.test(e.key))return;e.stopPropagation();if(e.key==='Escape'&&f.open){f.open=false;f.firstElementChild.focus()}},true);`;
