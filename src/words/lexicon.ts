/** Words for numbers that n2words does not spell: scales, parts, multiples and collections, in the languages of decks. */

const table = (entries: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(
    entries.flatMap(([value, words]) => words.split(' ').map((word) => [plainWord(word), value] as const)),
  );

/** Feminine, oblique and short forms, by the form that n2words spells. */
const SAME: ReadonlyMap<string, string> = new Map(
  `veintiun veintiuno|cents cent|vingts vingt|zwo zwei|одна один|одного один|однієї один|дві два|двох два|двома два|двi два|
  трьох три|чотирьох чотири|пяти пять|шести шість|семи сім|восьми вісім|девяти девять|десяти десять|двадцяти двадцять|
  тридцяти тридцять|сорока сорок|пятдесяти пятдесят|шістдесяти шістдесят|сімдесяти сімдесят|ста сто|двохсот двісті|
  трьохсот триста|пятисот пятсот|семисот сімсот`
    .split('|')
    .map((pair) => pair.trim().split(' '))
    .map(([word = '', other = '']) => [word, bare(other)] as const)
    .map(([word, other]) => [bare(word), other] as const),
);

/** A word as numbers are looked up by: without accents, case and the endings that a sentence asks for. */
export function plainWord(word: string): string {
  const plain = bare(word);
  return SAME.get(plain) ?? plain.replace(/cientas$/, 'cientos');
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}']/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[أإآ]/g, 'ا')
    .replace(/(?<=[\u0600-\u06FF]{2})(?:ة|ه)$/, '')
    .replace(/(?<=[\u0600-\u06FF]{2})ون$/, 'ين')
    .replace(/(?<=[\u0600-\u06FF]{3})ان$/, 'ين')
    .replace(/مائ/g, 'مئ');
}

/** What makes the number before it larger; alone it is one of them. */
export const SCALES = table([
  [1e3, 'thousand tausend mille millier mil тисяча тисячу الف الفا'],
  [2e3, 'ألفان'],
  [1e5, 'lakh lac'],
  [1e6, 'million millon мільйон مليون'],
  [2e6, 'مليونان'],
  [1e7, 'crore'],
  [1e9, 'billion milliarde milliard мільярд مليار'],
  [2e9, 'ملياران'],
  [1e12, 'trillion trillon трильйон تريليون'],
]);

/** The same after a number only: "millions" alone is no number. */
export const SCALE_PLURALS = table([
  [1e3, 'thousands milliers miles тисячі тисяч тисячами آلاف'],
  [1e5, 'lakhs'],
  [1e6, 'millions millionen millones мільйона мільйони мільйонів ملايين مليونا'],
  [1e7, 'crores'],
  [1e9, 'billions milliarden milliards мільярда мільярди мільярдів مليارات'],
  [1e12, 'trillions billionen трильйона трильйони трильйонів'],
]);

/** A number of things in one word, and, after a number, as many of them. */
export const COLLECTIONS = table([
  [10, 'dizaine decena десяток'],
  [12, 'dozen dutzend douzaine docena дюжина'],
  [15, 'quinzaine quincena'],
  [20, 'vingtaine veintena'],
  [30, 'trentaine treintena'],
  [40, 'quarantaine cuarentena'],
  [50, 'cinquantaine cincuentena'],
  [60, 'soixantaine'],
  [100, 'centaine centenar centena сотня'],
  [1000, 'millar'],
]);
export const COLLECTION_PLURALS = table([
  [10, 'dizaines decenas десятки десятків'],
  [12, 'dozens dutzende douzaines docenas дюжини дюжин'],
  [20, 'vingtaines veintenas'],
  [100, 'centaines centenares centenas сотні сотень'],
  [1000, 'millares'],
]);

/** Into how many parts something is divided. */
export const PARTS = table([
  [2, 'half halves halfte moitie mitad половина половини половину نصف النصف'],
  [3, 'third thirds drittel tiers tercio tercios третина третини третину третин ثلث أثلاث'],
  [1.5, 'ثلثا ثلثي ثلثين الثلثين'],
  [4, 'quarter quarters viertel quart quarts cuarto cuartos cuarta cuartas чверть чверті чвертей ربع أرباع'],
  [5, "fifth fifths fünftel cinquième cinquièmes quinto quintos quinta quintas п'ята п'ятих خمس أخماس"],
  [6, 'sixth sixths sechstel sixième sixièmes sexto sextos шоста шостих سدس أسداس'],
  [7, 'seventh sevenths siebtel septième septièmes séptimo séptimos сьома сьомих سبع أسباع'],
  [8, 'eighth eighths achtel huitième huitièmes octavo octavos восьма восьмих ثمن أثمان'],
  [9, "ninth ninths neuntel neuvième neuvièmes noveno novenos дев'ята дев'ятих تسع أتساع"],
  [10, 'tenth tenths zehntel dixième dixièmes décimo décimos décima десята десятих عشر أعشار'],
]);

/** Times as much; the rise in percent is told with it. */
export const MULTIPLES = table([
  [
    2,
    `double doubled doubling twice twofold verdoppelt doppelt zweifach doublé doublée doble duplicado duplicó
    подвоїлося подвоїлася подвоївся подвоїлась вдвічі удвічі ضعف تضاعف`.replace(/\s+/g, ' '),
  ],
  [
    3,
    `triple tripled treble trebled threefold verdreifacht dreifach triplé triplée triplicado triplicó потроїлося
    потроїлася потроївся втричі утричі`.replace(/\s+/g, ' '),
  ],
  [4, 'quadruple quadrupled fourfold vervierfacht vierfach quadruplé cuadruplicado вчетверо'],
  [0.5, 'halved halving halbiert'],
]);

/** One and a half in a word, and the half that stands before a scale: "half a million". */
export const HALVES = table([
  [0.5, 'half halbe halben halbes demi medio media пів نصف'],
  [1.5, 'anderthalb eineinhalb півтора півтори'],
  [2.5, 'zweieinhalb'],
  [3.5, 'dreieinhalb'],
  [4.5, 'viereinhalb'],
]);

/** What may stand between the words of a number, and before a scale that is one. */
export const LINKS: ReadonlySet<string> = new Set(['and', 'et', 'und', 'y', 'та', 'і']);
export const ARTICLES: ReadonlySet<string> = new Set(
  'a an un une una uno ein eine einen einem einer один'.split(' ').map(plainWord),
);
