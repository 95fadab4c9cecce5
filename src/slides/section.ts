/** A slide that opens a run of many on one topic, or a part of the deck. */
import { inVocabulary } from '../words/texts.js';
import type { SlideComposer } from './slide-kind.js';

export const section: SlideComposer<'section'> = {
  kind: 'section',
  compose({ slide: { topic, opens }, frame, context: { brief, wording } }) {
    const { words } = wording.locale;
    const isStory = opens === undefined || opens === 'story';
    const name = isStory ? (brief.topics[topic ?? ''] ?? words.situation) : words[opens];
    return [{ ...frame, kind: 'section', kicker: undefined, heading: inVocabulary(name, wording) }];
  },
};
