/** People whom an article names in full, to know them again by a part of their name. */
import type { Article, Sentence } from '../analyse/article.js';
import { REPORTING } from './reporting.js';
import { readSubject, type Subject } from './subject.js';

/** A person, and where the article first names him or her. */
export interface KnownPerson extends Subject {
  readonly sentence: Sentence;
  readonly at: number;
}

const PERSON =
  /\p{Lu}[\p{L}\p{M}’'-]+(?: (?:\p{Lu}[\p{L}\p{M}’'-]*\.?|de|van|von|bin|al-\p{Lu}[\p{L}-]+)){1,3}/gu;
const NEAR_ROLE = 120;

/** People named with a role beside them, or as the subject of a verb that reports. */
export function peopleIn({ sentences }: Article): KnownPerson[] {
  const known = new Map<string, KnownPerson>();
  for (const sentence of sentences) {
    for (const match of sentence.text.matchAll(PERSON)) {
      if (/\([^)]*$/u.test(sentence.text.slice(0, match.index))) continue;
      const subject = subjectAround(sentence.text, match.index, match[0]);
      if (!subject?.isPerson) continue;
      const before = known.get(subject.name);
      if (!before) known.set(subject.name, { ...subject, sentence, at: sentence.start + match.index });
      else if (before.role === undefined && subject.role !== undefined)
        known.set(subject.name, { ...before, role: subject.role, sentence });
    }
  }
  return [...known.values()];
}

const SAYS = new RegExp(`^(?:,[^,]{3,80},)? (?:has |have |had |also )*(?:${REPORTING})\\b|^, \\d{1,3},`, 'u');

/** The person of a name, read with the words that say who it is: those right before it and an apposition after it. */
function subjectAround(text: string, at: number, name: string): Subject | undefined {
  const after = text.slice(at + name.length, at + name.length + NEAR_ROLE);
  const before = /(?:^|[,;:.] |\b(?:and|but|by|to|with|of|as|like) )([^,;:.]*)$/u.exec(
    text.slice(Math.max(0, at - NEAR_ROLE), at),
  )?.[1];
  const apposition = /^,? (?:\([^()]*\),? ?)?(?<words>[^,;:.]{3,80})(?:[,;.]|$)/u.exec(
    after.startsWith(',') ? after : '',
  )?.groups?.words;
  const withRole = readSubject(`${before ?? ''}${name}${apposition === undefined ? '' : `, ${apposition}`}`);
  if (withRole?.role !== undefined && withRole.isPerson) return withRole;
  const alone = readSubject(name);
  return alone?.isPerson && SAYS.test(after) ? alone : undefined;
}

/** The full name of somebody named by a part of it; itself where nobody is known by it. */
export function fullName(name: string, people: readonly KnownPerson[]): KnownPerson | undefined {
  const words = name.replace(/[’']s?$/u, '').split(' ');
  const last = words.at(-1) ?? '';
  return (
    people.find((person) => person.name === name) ??
    people.find((person) => person.name.split(' ').at(-1) === last) ??
    people.find((person) => words.length === 1 && person.name.split(' ').includes(last))
  );
}
