/** Whose words a quotation is, by the sentence around it and those before it. */
import type { Article, Quotation, Sentence, Span } from '../analyse/article.js';
import { fullName, type KnownPerson } from './names.js';
import { REPORTING } from './reporting.js';
import { readSubject, type Subject } from './subject.js';

/** Who said something, and through whom the words came. */
export interface Speaker {
  readonly name: string;
  readonly role: string | undefined;
  readonly via: readonly string[];
}

const VERB = `(?:(?:has|have|had|would|also|then|later|once|recently|further|previously) )*(?<verb>${REPORTING})`;
const NP = '[^,.;:"“”]{2,120}?';

/** After the words: `" said Ana Ruiz, chief engineer.`, `" Ana Ruiz, chief engineer, said`, `" - Ana Ruiz`. */
const AFTER: readonly RegExp[] = [
  new RegExp(
    `^\\s*[,.]?\\s*${VERB} (?:that |by )?(?<who>${NP}(?:, [^,.;:]{3,80})?)(?=[,.;:]| (?:told|in an? |on |at an? |during |after |when |while |as )|$)`,
    'u',
  ),
  new RegExp(`^\\s*,?\\s*(?<who>${NP}(?:, ${NP})?),? ${VERB}\\b`, 'u'),
  /^\s*,?\s*according to (?<who>[^,.;:]{2,120}?)(?=[,.;:]|$)/u,
  /^\s*[-–—]+\s*(?<who>[^.;:"“]{2,120})/u,
  /^\s*(?<who>\p{L}[^.;:"“,]{2,60}),\s*$/u,
];

/** Before the words: `Ana Ruiz, chief engineer, said`, `according to Ana Ruiz,`, `in the words of`. */
const BEFORE: readonly RegExp[] = [
  /(?:according to|in the words of|quoting) (?<who>[^.;:"“]{2,120}?),?:?\s*$/iu,
  new RegExp(`^(?<who>.*?),? ${VERB}\\b(?<rest>.*)$`, 'isu'),
  /^(?<who>\p{Lu}[^\s.;:"“,]*(?: [^\s.;:"“,]+){1,3}),\s*$/u,
];

const TOLD =
  /(?:\btold|\bto|\bwith|\bby) (?<via>(?:the |The )?(?:\p{Lu}|al-\p{Lu})[\p{L}\p{M}’'&.-]*(?: (?:\p{Lu}[\p{L}\p{M}’'&.-]*|of|and|television|radio|news|newspaper|agency))*)/u;
const MEDIA = /\b(?:told|interview|remarks to|speaking to|speaking with|statement to)\b/u;

/** Finds the speakers of quotations, from the first on: whoever spoke before goes on where nobody else is named. */
export class Speakers {
  readonly #article: Article;
  readonly #people: KnownPerson[];
  #last: { speaker: Speaker; sentence: Sentence } | undefined;

  constructor(article: Article, people: readonly KnownPerson[]) {
    this.#article = article;
    this.#people = [...people];
  }

  /** The speaker of a quotation in a sentence; `undefined` where the article does not tell. */
  of(quotation: Quotation, sentence: Sentence): Speaker | undefined {
    const isAlone = quotation.start <= sentence.start;
    const speaker =
      this.#inSentence(quotation, sentence) ??
      (isAlone ? this.#before(sentence) : undefined) ??
      this.#going(sentence);
    if (speaker) this.#last = { speaker, sentence };
    return speaker;
  }

  /** Whoever spoke in this paragraph or in the one before it. */
  #going({ blockAt }: Sentence): Speaker | undefined {
    return this.#last && blockAt - this.#last.sentence.blockAt <= 1 ? this.#last.speaker : undefined;
  }

  #inSentence(quotation: Quotation, sentence: Sentence): Speaker | undefined {
    const others = sentence.quotations;
    const text = masked(sentence, others);
    const next = others.find(({ start }) => start >= quotation.end)?.start ?? sentence.end;
    const own = text.slice(quotation.end - sentence.start, next - sentence.start);
    const after = /[\p{L}]/u.test(own) || next < sentence.end ? own : this.#signature(sentence, quotation);
    const before = text.slice(0, quotation.start - sentence.start);
    const whole = { start: sentence.start, end: sentence.end };
    for (const pattern of AFTER) {
      const who = pattern.exec(after)?.groups?.who;
      const speaker = who === undefined ? undefined : this.#speaker(who, after, sentence, whole);
      if (speaker) return speaker;
    }
    return this.#inClause(before, sentence, quotation);
  }

  /** The last clause before the words that has a verb of speech, else the one before that. */
  #inClause(before: string, sentence: Sentence, at: Span): Speaker | undefined {
    const clauses = before.split(/(?<=;) |, (?=(?:but|and|while|as) )|(?<=\p{L}) (?=(?:but|while) )/u);
    for (const clause of clauses.reverse()) {
      for (const pattern of BEFORE) {
        const match = pattern.exec(clause.trim().replace(/^(?:but|and|while|as|However,|Also) /iu, ''));
        const who = match?.groups?.who;
        const speaker = who === undefined ? undefined : this.#speaker(who, before, sentence, at);
        if (speaker) return speaker;
      }
    }
    return undefined;
  }

  /** What follows a paragraph of nothing but a quotation: `- Ana Ruiz`, or a name without a verb. */
  #signature({ start, end, block, place }: Sentence, quotation: Quotation): string {
    const rest =
      place === 0 && quotation.start === start ? this.#article.source.text.slice(end, block.end) : '';
    return rest.split(/["“]/u, 1)[0] ?? '';
  }

  /** The sentence before says who speaks, where it is in the paragraph or ends with a colon. */
  #before(sentence: Sentence): Speaker | undefined {
    const sentences = this.#article.sentences;
    const previous = sentences[sentences.indexOf(sentence) - 1];
    if (!previous || this.#last?.sentence === previous) return undefined;
    const isNear = previous.blockAt === sentence.blockAt || /:\s*$/u.test(previous.text);
    return isNear ? this.#inClause(masked(previous, previous.quotations), previous, previous) : undefined;
  }

  #speaker(who: string, around: string, sentence: Sentence, at: Span): Speaker | undefined {
    const words = who.trim();
    // "The viewer is asked": whoever is asked does not speak.
    if (/\b(?:is|are|was|were|be|been|being)$/u.test(words)) return undefined;
    if (/^(?:he|she|they|it|who)$/iu.test(words)) return this.#referent(words, sentence, at);
    const subject = readSubject(words);
    if (!subject || !/\p{L}{2}/u.test(subject.name)) return undefined;
    const known = fullName(subject.name, this.#people);
    const found: Subject =
      known?.isPerson && isPartOf(subject.name, known.name)
        ? { ...known, role: subject.role ?? known.role }
        : subject;
    if (found.isPerson && !known) this.#people.push({ ...found, sentence, at: at.start });
    const via = MEDIA.test(around) ? TOLD.exec(around)?.groups?.via : undefined;
    return {
      name: capitalised(found.name),
      role: found.role,
      via: via === undefined || via.includes(found.name) ? [] : [via],
    };
  }

  /** Whom a pronoun stands for: who spoke last in the paragraph, else whom the text named last. */
  #referent(pronoun: string, sentence: Sentence, at: Span): Speaker | undefined {
    if (this.#last?.sentence.blockAt === sentence.blockAt) return this.#last.speaker;
    const { text } = this.#article.source;
    const named = this.#people
      .map((person) => ({
        person,
        at: text.lastIndexOf(person.name.split(' ')[0] ?? person.name, at.start - 1),
      }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at)[0]?.person;
    if (!named || /^(?:they|it)$/iu.test(pronoun)) return this.#last?.speaker;
    return { name: named.name, role: named.role, via: [] };
  }
}

/** A sentence with its quotations blank. */
function masked(sentence: Sentence, quotations: readonly Quotation[]): string {
  return quotations.reduce((text, { start, end }) => {
    const [from, to] = [
      Math.max(0, start - sentence.start),
      Math.min(sentence.text.length, end - sentence.start),
    ];
    return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }, sentence.text);
}

function isPartOf(name: string, full: string): boolean {
  const words = full.split(' ');
  return name.split(' ').every((word) => words.includes(word.replace(/[’']s$/u, '')));
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
