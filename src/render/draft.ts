/** What a draft looks like beside its theme: a banner at the top of every slide, and the list of what was found. */
import type { Theme } from './theme.js';

/** A theme as drafts have it. It is not in the themes: one of the user's own marks its drafts as well. */
export function draftTheme(theme: Theme): Theme {
  return { ...theme, css: theme.css + DRAFT_CSS };
}

const DRAFT_CSS = `
section > p.draft {
  position: absolute;
  z-index: 2;
  inset: 0 0 auto;
  width: auto;
  max-width: none;
  height: 24px;
  margin: 0;
  padding: 0;
  background: #a3001b;
  color: #ffffff;
  font-size: 16px;
  font-weight: 700;
  line-height: 24px;
  text-align: center;
}
section.findings table {
  font-size: 24px;
}
section.findings td:first-child {
  width: 260px;
  font-weight: 700;
}
`;
