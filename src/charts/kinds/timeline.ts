/** Events of the brief to scale along one axis. */
import { timelineConfiguration } from '../draw/timeline.js';
import { type EventsKind, onePanel } from '../kind.js';

export const timeline = {
  id: 'timeline',
  about: 'events to scale',
  source: 'events',
  draw: (model, style, size) => onePanel(timelineConfiguration(model, style, size), size),
} as const satisfies EventsKind;
