/** The page of the preview: it shows what the server tells, and asks for nothing but what is chosen in the bar. */
import type { Message } from '../messages.js';
import { onChoice, showOffers } from './bar.js';
import { byId } from './elements.js';
import { listenForKeys } from './keys.js';
import { markCurrent, showOutline } from './outline.js';
import { showFailure, showFindings } from './problems.js';
import { Slides } from './slides.js';

const status = byId('status', HTMLElement);
const title = byId('title', HTMLElement);
const scroller = byId('scroller', HTMLElement);
const frame = byId('slides', HTMLIFrameElement);

type State = 'working' | 'fresh' | 'failed' | 'lost';

function setState(state: State, text: string): void {
  document.body.dataset.state = state;
  status.textContent = text;
}

/** Milliseconds until the next try where the server has gone. */
const RETRY = 1000;

function start(): void {
  const slides = new Slides();
  let hasDeck = false;
  let source: EventSource | undefined;
  const receive = (message: Message) => {
    if (message.kind === 'offers') {
      showOffers(message.offers, message.selection);
    } else if (message.kind === 'deck') {
      const { deck, isMeasured } = message;
      slides.show(deck);
      hasDeck = true;
      title.textContent = deck.title;
      document.title = `${deck.title} – preview`;
      showOutline(deck, slides.titles, (index) => slides.goTo(index));
      markCurrent(slides.current);
      showFailure([], hasDeck);
      if (!isMeasured) setState('working', 'Checking…');
    } else if (message.kind === 'findings') {
      showFindings(message.findings);
      setState('fresh', `Fresh at ${new Date().toLocaleTimeString()}`);
    } else {
      showFailure(message.problems, hasDeck);
      setState('failed', 'Not shown: errors');
    }
  };
  const connect = (query: URLSearchParams) => {
    source?.close();
    const opened = new EventSource(`/events?${query}`);
    source = opened;
    opened.addEventListener('message', ({ data }) => receive(JSON.parse(data)));
    opened.addEventListener('error', () => {
      if (document.body.dataset.state !== 'failed') setState('lost', 'No connection');
      if (opened.readyState === EventSource.CLOSED && source === opened)
        setTimeout(() => source === opened && connect(query), RETRY);
    });
  };
  scroller.addEventListener('scroll', () => markCurrent(slides.current), { passive: true });
  listenForKeys(slides);
  onChoice(connect);
  connect(new URLSearchParams(location.search));
}

if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.querySelector('div.marpit'))
  start();
else frame.addEventListener('load', start, { once: true });
