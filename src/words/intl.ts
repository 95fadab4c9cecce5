/** Intl's formatters, each made once: to make one takes a hundred times as long as to use it. */

const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(
    `number ${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(language, options),
  );
}

export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(
    `date ${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(language, options),
  );
}

export function pluralRules(language: string): Intl.PluralRules {
  return once(`plural ${language}`, () => new Intl.PluralRules(language));
}

export function ordinalRules(language: string): Intl.PluralRules {
  return once(`ordinal ${language}`, () => new Intl.PluralRules(language, { type: 'ordinal' }));
}

export function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  return once(`${granularity} ${language}`, () => new Intl.Segmenter(language, { granularity }));
}
