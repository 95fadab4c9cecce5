/** A slide that opens a run of many on one topic, or a part of the deck. */
import type { Frame } from '../compose/view.js';
import { inVocabulary } from '../words/texts.js';
import type { SlideKindOf } from './slide-kind.js';

export interface SectionSlide extends Frame<'section'> {
  heading: string;
}

export const sectionSlide: SlideKindOf<SectionSlide> = {
  kind: 'section',
  most: 0,
  isTimed: true,
  seconds: 5,
  compose({ slide: { topic, opens }, frame, context: { brief, wording } }) {
    const { words } = wording.locale;
    const isStory = opens === undefined || opens === 'story';
    const name = isStory ? (brief.topics[topic ?? ''] ?? words.situation) : words[opens];
    return [{ ...frame, kind: 'section', kicker: undefined, heading: inVocabulary(name, wording) }];
  },
};
