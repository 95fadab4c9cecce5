/** What the presenter view shows beside Marp's own: time against the plan, what comes next, and the way to a backup slide. */
import type { Locale } from '../load/locale.js';

const WORDS = [
  'back',
  'backupPace',
  'talkAhead',
  'talkBehind',
  'talkClock',
  'talkDeck',
  'talkEnd',
  'talkLeft',
  'talkNext',
  'talkOnPlan',
  'talkOver',
  'talkSlide',
] as const satisfies readonly (keyof Locale['words'])[];

/** The plan of a talk. */
export interface Talk {
  /** Seconds of each slide; 0 for those outside the time. */
  seconds: readonly number[];
  words: Pick<Locale['words'], (typeof WORDS)[number]>;
}

/** The script of a talk, whole in itself: it runs in the page and does nothing outside the presenter view. */
export function talkScript({ seconds, words }: Talk): string {
  const talk = { seconds, words: Object.fromEntries(WORDS.map((word) => [word, words[word]])) };
  return `(${present.toString()})(${JSON.stringify(talk).replace(/</g, '\\u003c')})`;
}

/** Runs in the page. Keys: T starts and stops the clock, a digit follows the link that bears it. */
function present({ seconds, words }: Talk): void {
  if (document.body.dataset.bespokeView !== 'presenter') return;
  const slides = [...document.querySelectorAll('.bespoke-marp-parent > svg')];
  const total = seconds.reduce((sum, one) => sum + one, 0);
  const plannedBefore = (slide: number) => seconds.slice(0, slide).reduce((sum, one) => sum + one, 0);
  /** Seconds that were spent on each slide. */
  const spent = seconds.map(() => 0);
  let isRunning = false;
  let lastTick = 0;
  let shown = -1;
  /** The slide of the talk itself from which one goes to a backup slide. */
  let told = 0;

  const clock = (time: number) =>
    `${Math.floor(time / 60)}:${String(Math.floor(time % 60)).padStart(2, '0')}`;
  const fill = (pattern: string, name: string, value: string) => pattern.replace(`{${name}}`, () => value);
  const elapsed = () => spent.reduce((sum, one) => sum + one, 0);
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: Element) => {
    const element = document.createElement(tag);
    element.className = `talk-${name}`;
    parent.append(element);
    return element;
  };
  const panel = make(
    'section',
    'panel',
    document.querySelector('.bespoke-marp-presenter-container') ?? document.body,
  );
  const clocks = make('div', 'clocks', panel);
  const clockOf = (label: string) => {
    const box = make('p', 'clock', clocks);
    make('span', 'label', box).textContent = label;
    return make('b', 'time', box);
  };
  const ofSlide = clockOf(words.talkSlide);
  const ofDeck = clockOf(words.talkDeck);
  const state = make('p', 'state', clocks);
  const next = make('p', 'next', panel);
  const links = make('ol', 'links', panel);

  const headline = (slide: number) => {
    const copy = slides[slide]?.querySelector('h1')?.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const mark of copy.querySelectorAll('sup, .backup')) mark.remove();
    return copy.textContent?.trim() ?? '';
  };
  const showTime = (element: Element, exact: number) => {
    // A second is over when it is used up, and not before.
    const left = Math.ceil(exact);
    element.textContent = fill(left < 0 ? words.talkOver : words.talkLeft, 'time', clock(Math.abs(left)));
    element.classList.toggle('talk-over', left < 0);
  };
  const showTimes = () => {
    const planned = seconds[shown] ?? 0;
    if (planned > 0) showTime(ofSlide, planned - (spent[shown] ?? 0));
    else ofSlide.textContent = words.backupPace;
    showTime(ofDeck, total - elapsed());
    // Behind is what was used beyond the slides before this one and this one's own time.
    const behind = elapsed() - plannedBefore(told) - Math.min(spent[told] ?? 0, seconds[told] ?? 0);
    state.textContent = !isRunning
      ? words.talkClock
      : Math.abs(behind) < 10
        ? words.talkOnPlan
        : fill(behind > 0 ? words.talkBehind : words.talkAhead, 'time', clock(Math.abs(behind)));
    state.classList.toggle('talk-over', isRunning && behind >= 10);
  };
  const showLinks = () => {
    const asked = [...(slides[shown]?.querySelectorAll<HTMLAnchorElement>('a.backup') ?? [])].map(
      (link) => link.hash,
    );
    const targets = (seconds[shown] ?? 0) > 0 ? [...new Set(asked)] : [`#${told + 1}`];
    links.replaceChildren();
    targets.forEach((hash, i) => {
      const link = make('a', 'link', make('li', 'item', links));
      link.href = hash;
      link.dataset.key = String(i + 1);
      const slide = Number(hash.slice(1)) - 1;
      const isBack = (seconds[slide] ?? 0) > 0;
      link.textContent = isBack ? fill(words.back, 'n', String(slide + 1)) : headline(slide);
    });
  };
  /** Starts the clock. What comes before the slide at which a talk begins counts as said. */
  const start = (slide: number) => {
    if (elapsed() === 0) {
      seconds.forEach((planned, i) => {
        if (i < slide) spent[i] = planned;
      });
    }
    isRunning = true;
  };
  const turn = (slide: number) => {
    // Whoever goes on has begun; whoever looks at a backup slide has said nothing more.
    if (shown >= 0 && !isRunning && elapsed() === 0 && slide > 0)
      start((seconds[slide] ?? 0) > 0 ? slide : told);
    shown = slide;
    if ((seconds[slide] ?? 0) > 0) told = slide;
    const following = told + 1;
    next.textContent =
      (seconds[following] ?? 0) > 0 ? fill(words.talkNext, 'headline', headline(following)) : words.talkEnd;
    showLinks();
  };
  const tick = () => {
    const now = Date.now();
    const slide = slides.findIndex((one) => one.classList.contains('bespoke-marp-active'));
    if (isRunning && shown >= 0) spent[shown] = (spent[shown] ?? 0) + (now - lastTick) / 1000;
    lastTick = now;
    if (slide >= 0 && slide !== shown) turn(slide);
    if (shown >= 0) showTimes();
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const link = links.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
      if (link) location.hash = link.hash;
      else if (event.key !== 't' && event.key !== 'T') return;
      else if (isRunning) isRunning = false;
      else start(told);
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  tick();
  setInterval(tick, 100);
}

/** How it looks: under the slide, in the colours of Marp's presenter view, times to be read from two steps away. */
export const TALK_CSS = `@media screen{
body[data-bespoke-view=presenter] .bespoke-marp-presenter-container{grid-template:"current dragbar next" minmax(140px,1fr) "current dragbar note" 2fr "talk dragbar note" auto "info dragbar note" 3em;grid-template-columns:minmax(3px,var(--bespoke-marp-presenter-split-ratio,66%)) 0 minmax(3px,1fr)}
body[data-bespoke-view=presenter] .bespoke-marp-presenter-info-timer{visibility:hidden}
body[data-bespoke-view=presenter] .bespoke-marp-presenter-info-container{direction:ltr}
body[data-bespoke-view=presenter] .bespoke-marp-note{line-height:1.4}
body[data-bespoke-view=presenter] .bespoke-marp-note,.talk-panel{font-family:Helvetica,Arial,'Noto Scripts',sans-serif}
.talk-panel{grid-area:talk;padding:0 20px;color:#eee;font-size:17px;line-height:1.4}
.talk-clocks{display:flex;flex-wrap:wrap;align-items:end;gap:4px 40px}
.talk-panel p{margin:0}
.talk-label{display:block;color:#aaa;font-size:15px}
.talk-time{font-size:34px;line-height:1.15;font-variant-numeric:tabular-nums}
.talk-state{padding-bottom:5px}
.talk-over{color:#ffb65c;font-weight:700}
.talk-panel .talk-next{margin-top:10px;font-weight:700}
.talk-links{display:flex;flex-wrap:wrap;gap:4px 24px;margin:6px 0 0;padding:0;list-style:none}
.talk-link{color:#9cd1ff;text-underline-offset:3px}
.talk-link::before{content:attr(data-key);display:inline-block;min-width:1.5em;margin-inline-end:.5em;border:1px solid #888;border-radius:4px;color:#eee;text-align:center}
}`;
