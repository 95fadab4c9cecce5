/** Who somebody is, from the words that a sentence names them by. */

/** A person or a body, with the role that the words give. */
export interface Subject {
  readonly name: string;
  readonly role: string | undefined;
  readonly isPerson: boolean;
}

const HONORIFIC = 'Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Fr|Hon';
const RANK =
  'General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral|Judge|Justice|President|Chancellor|Minister|Secretary|Senator|Sen|Rep|Representative|Congressman|Congresswoman|Governor|Gov|Mayor|Ambassador|Commissioner|Director|Chairman|Chairwoman|Chief|Inspector|Detective|Superintendent|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Deputy|Spokesman|Spokeswoman|Spokesperson|Undersecretary|MP|Leader';
const PART = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?";
const PARTICLE =
  "(?:de|De|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|la|le|Al|El|al-\\p{Lu}[\\p{L}'’-]+|el-\\p{Lu}[\\p{L}'’-]+|d[’']\\p{Lu}[\\p{L}]+)";
/** Two to five words with a capital, small words of names between them. */
const FULL_NAME = `${PART}(?: (?:${PARTICLE}|${PART})){1,4}`;

const WHOLE_NAME = new RegExp(`^(?:(?:${HONORIFIC})\\.? )?(${FULL_NAME})$`, 'u');
const TITLED = new RegExp(
  `^(?<role>.*?)(?:^|\\s)(?:${HONORIFIC})\\.? (?<name>${PART}(?: (?:${PARTICLE}|${PART})){0,3})$`,
  'u',
);
const RANKED = new RegExp(
  `^(?<role>(?:.*\\s)?(?:${RANK})\\.?) (?<name>${PART}(?: (?:${PARTICLE}|${PART})){0,3})$`,
  'u',
);
const AFTER_ROLE = new RegExp(`^(?<role>.*\\p{Ll}[\\p{L}-]*) (?<name>${FULL_NAME})$`, 'u');
const OF_BODY = new RegExp(`^(?<name>${FULL_NAME}) (?<role>(?:of|from|at) .+)$`, 'u');
const PLACED = /^(?:of|for|and|the|in|at)$/u;

/** Words of a body of people: a run of capitals that has one is no person. */
const BODY =
  /\b(?:Agency|Authority|Department|Ministry|Office|Council|Court|Commission|Committee|Institute|Institution|University|College|School|Church|Party|Government|Police|Army|Navy|Force|Bank|Company|Corporation|Inc|Ltd|Group|Association|Society|Union|Foundation|Organi[sz]ation|Federation|Service|Bureau|Board|Centre|Center|Parliament|Congress|Senate|House|Times|Post|Herald|Guardian|News|Press|Journal|Magazine|Reuters|Gazette|Network|Television|Radio|Museum|Hospital|Museum|League|Team|Club|Study|Report|Act|Conference|Corps|Street|City|County|State|States|Kingdom|Republic|Nations|Center|Clambake|Wiki|Wikinews|Street)\b/u;

/** A name is short: what has more words is a description of it. */
const MOST_WORDS = 14;

/** Reads "Civil Defense Authority director General Suleiman al-Amr", "Khaled Al-Maeena, editor at large". */
export function readSubject(words: string): Subject | undefined {
  const parts = words
    .replace(/\([^()]*\)/gu, '')
    .split(/,\s*/u)
    .map((part) => part.trim().replace(/^(?:and|as|also|but|while|when|that)\s+/iu, ''))
    .filter((part) => part !== '');
  for (const [i, part] of parts.entries()) {
    const person = readPerson(part);
    if (!person) continue;
    const before = parts[i - 1];
    const after = parts[i + 1];
    const letters = /^\p{Lu}{2,4}$/u.test(after ?? '');
    const beside = letters ? (roleIn(before) ?? roleIn(after)) : (roleIn(after) ?? roleIn(before));
    return { ...person, role: person.role ?? beside };
  }
  const last = parts
    .map((part) => part.replace(/^with /u, ''))
    .filter((part) => /\p{L}/u.test(part) && !LEADS_IN.test(part) && !/^an? /u.test(part))
    .at(-1);
  if (last === undefined || last.split(/\s+/).length > MOST_WORDS) return undefined;
  return { name: last, role: undefined, isPerson: false };
}

/** Words before the subject of a sentence: "Writing in a blog post", "In a statement". */
const LEADS_IN = /^(?:in|on|at|after|before|by|for|with|during|since|despite|although|\p{L}+ing)\b/iu;

function readPerson(part: string): Subject | undefined {
  const bare = part.replace(/^[Tt]he /u, '');
  for (const pattern of [TITLED, RANKED]) {
    const { name, role } = pattern.exec(part)?.groups ?? {};
    if (name !== undefined && !BODY.test(name)) return person(name, role);
  }
  const whole = WHOLE_NAME.exec(bare)?.[1];
  if (whole !== undefined)
    return BODY.test(whole) || /^[Tt]he /u.test(part) ? undefined : person(whole, undefined);
  const body = OF_BODY.exec(part)?.groups;
  if (body?.name !== undefined && !BODY.test(body.name))
    return { name: body.name, role: body.role?.replace(/^(?:of|from|at) /u, ''), isPerson: true };
  const { name, role = '' } = AFTER_ROLE.exec(part)?.groups ?? {};
  if (name === undefined || BODY.test(name) || !ROLE.test(role)) return undefined;
  const last = role.split(' ').at(-1) ?? '';
  const run = name.split(' ');
  // "Minister of Education Stefania Giannini": the first of the run belongs to the role.
  if (PLACED.test(last))
    return run.length < 3
      ? undefined
      : person(run.slice(-2).join(' '), [role, ...run.slice(0, -2)].join(' '));
  return person(name, role);
}

function person(name: string, role: string | undefined): Subject {
  const bare = role === undefined ? undefined : lastRole(role);
  return { name: name.replace(/\.$/u, ''), role: bare === '' ? undefined : bare, isPerson: true };
}

/** The words of a role alone: "was attended by Russian culture minister" is a "Russian culture minister". */
function lastRole(words: string): string | undefined {
  const starts = [
    ...words.matchAll(
      /(?:\b(?:by|with|from|and|to|for|of|in|is|was|were|are|said|that|like) |^)(?:(?:the|a|an|as) )?/giu,
    ),
  ];
  for (const match of starts.reverse()) {
    const part = words.slice(match.index + match[0].length).trim();
    if (ROLE.test(part) || match.index === 0)
      return /^(?:his|her|their|its|my|our)\b/iu.test(part) ? undefined : part;
  }
  return words;
}

/** A part beside a name that says who that is: "editor at large at the Saudi Gazette". */
function roleIn(part: string | undefined): string | undefined {
  if (
    part === undefined ||
    LEADS_IN.test(part) ||
    part.length > 120 ||
    /^(?:his|her|their|its) /iu.test(part)
  )
    return undefined;
  const bare = part.replace(/^(?:the|a|an) /iu, '');
  return ROLE.test(bare) ? bare : undefined;
}

/** Nouns of what people are. */
const ROLE =
  /\b(?:(?:under)?secretary|minister|president|chair(?:man|woman|person)?|director|editor|officer|head|leader|founder|professor|researcher|scientist|author|co-?author|analyst|economist|spokes(?:man|woman|person)|lawyer|attorney|prosecutor|judge|mayor|governor|senator|member|manager|executive|chief|engineer|doctor|physician|teacher|student|activist|journalist|reporter|writer|artist|director-general|ambassador|commissioner|coach|captain|player|owner|expert|fellow|lecturer|critic|resident|farmer|blogger|illustrator|actor|actress|homeopath|winner|candidate|official|general|historian|curator|designer|developer|organi[sz]er|wife|husband|mother|father|brother|sister|son|daughter|QC|SC|MP|CEO)\b/iu;
