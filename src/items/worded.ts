/**
 * The words of an audience: every item of what it may see is put into words once, before anything is chosen. Plans
 * count with these words, slides set them, the certificate tells them.
 */
import type { VisibleBrief } from '../visible/visible.js';
import { hedgesOf, measuresIn } from '../words/hedges.js';
import { countWords, inVocabulary, sentencesOf, toWords, type Wording } from '../words/texts.js';
import type { BriefWords, ItemOf, WordedItem } from './item.js';
import { type AnyItemKind, itemsOf, kindOf } from './items.js';
import { CONTENT } from './room.js';
import { said, saidWithHedge } from './spoken.js';

/** A brief and all of it in words. */
export interface WordedBrief extends BriefWords {
  brief: VisibleBrief;
}

/** Puts a brief into the words of an audience. */
export function wordBrief(brief: VisibleBrief, wording: Wording): WordedBrief {
  const items = new Map<ItemOf, WordedItem>(
    itemsOf(brief).map((item) => [item, wordItem(item.data, kindOf(item), wording)]),
  );
  return {
    brief,
    wording,
    title: wordTitle(brief, wording),
    bottomLine: wordBottomLine(brief, wording),
    of(item) {
      const words = items.get(item);
      if (!words) throw new Error(`the brief has no item "${item.id}"`);
      return words;
    },
  };
}

function wordItem(data: ItemOf['data'], kind: AnyItemKind, wording: Wording): WordedItem {
  const { texts, verbatim = [], named = [] } = kind.shown(data);
  const words = {
    says: [
      ...texts.map((text) => toWords(text, wording)),
      ...verbatim,
      ...named.map((text) => inVocabulary(text, wording)),
    ],
    hedges: hedgesOf(
      data.status === undefined ? { caveat: data.caveat } : data,
      measuresIn(...(kind.answersFor?.(data) ?? texts)),
      wording,
    ),
  };
  const spoken = data.notes === undefined ? kind.spoken(data, words, wording) : toWords(data.notes, wording);
  const room = (asHeadline: boolean) => kind.room?.(data, words, wording, asHeadline) ?? CONTENT;
  const sentences = sentencesOf(kind.longText?.(words) ?? '', wording.locale.language);
  return {
    ...words,
    split: kind.split?.(data, wording),
    said: spoken,
    seconds: secondsFor(spoken, wording),
    row: room(false),
    headline: room(true),
    cuts: kind.longRows?.(data) ?? sentences.length,
  };
}

function wordTitle({ title, subtitle }: VisibleBrief, wording: Wording): BriefWords['title'] {
  const text = toWords(title.text, wording);
  const under = subtitle && toWords(subtitle, wording);
  const spoken = said(wording, text, under);
  return { text, subtitle: under, said: spoken, seconds: secondsFor(spoken, wording) };
}

function wordBottomLine({ bottomLine }: VisibleBrief, wording: Wording): BriefWords['bottomLine'] {
  const text = toWords(bottomLine.text, wording);
  const hedges = hedgesOf(bottomLine, measuresIn(bottomLine.text), wording);
  const spoken =
    bottomLine.notes === undefined
      ? saidWithHedge(text, hedges, wording)
      : toWords(bottomLine.notes, wording);
  return { text, hedges, said: spoken, seconds: secondsFor(spoken, wording) };
}

/** Seconds that a text takes to say, at the pace of the language. */
function secondsFor(text: string, { locale: { language, pace } }: Wording): number {
  return (countWords(text, language) / pace) * 60;
}
