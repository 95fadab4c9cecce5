/**
 * Handlebars, made strict: a field, helper or partial that does not exist is an error with file, line and the
 * nearest name, and every value passes an escaper before it is written. Nothing can be written raw.
 */
import Handlebars from 'handlebars';
import { BriefError, suggest } from '../core/problem.js';
import { type Helper, type Helpers, lineIn } from '../load/helpers.js';
import type { Templates } from '../load/templates.js';
import { Budget, placeOf, TemplateFault } from './budget.js';
import { BLOCKS, ESCAPERS, makeSafe, parse } from './safe.js';

/** Writes a view with a template: `render('deck.md.hbs', view)`. */
export type Engine = (name: string, view: object) => string;

/** Helpers that decide. */
const PLAIN: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  eq: (a, b) => a === b,
  slide: (kind) => `slides/${String(kind)}`,
};

/** Values, and those of lists, with the language's comma between them; what is not there is left out. */
function list(values: readonly unknown[], { words }: { words: Readonly<Record<string, string>> }): string {
  return values
    .flat()
    .filter((value) => value !== undefined && value !== null && value !== '')
    .join(words.comma);
}

/** Names that a helper of one's own cannot have: those of briefdeck, and those by which Handlebars calls its own. */
const TAKEN = [
  ...BLOCKS,
  ...Object.keys(ESCAPERS),
  ...Object.keys(PLAIN),
  'list',
  'lookup',
  'log',
  'helperMissing',
  'blockHelperMissing',
];

/**
 * Compiles the templates once; `own` are helpers of the project. Throws {@link BriefError} on the first template that
 * cannot be right, and for helpers whose names are taken.
 */
export function createEngine(templates: Templates, own?: Helpers): Engine {
  const taken = Object.keys(own?.functions ?? {}).filter((name) => TAKEN.includes(name));
  if (taken.length > 0) {
    throw new BriefError(
      taken.map((name) => ({
        code: 'helper',
        message: `exports "${name}", which is a helper of briefdeck's own`,
        hint: 'Give the function another name.',
        file: own?.file,
      })),
    );
  }
  const handlebars = Handlebars.create();
  for (const name of Object.keys(handlebars.helpers))
    if (!BLOCKS.includes(name)) handlebars.unregisterHelper(name);
  for (const [name, escapeFor] of Object.entries(ESCAPERS)) {
    handlebars.registerHelper(name, (value: unknown) =>
      value === undefined || value === null ? '' : escapeFor(String(value)),
    );
  }
  for (const [name, helper] of Object.entries(PLAIN)) {
    handlebars.registerHelper(name, (...values: unknown[]) => helper(...values.slice(0, -1)));
  }
  handlebars.registerHelper('list', (...args: unknown[]) => {
    const { data } = args.at(-1) as Handlebars.HelperOptions;
    return list(args.slice(0, -1), data.root);
  });
  const names = [...templates.keys()]
    .filter((name) => name.endsWith('.md.hbs'))
    .map((name) => name.slice(0, -'.md.hbs'.length));
  const partials: Record<string, Handlebars.TemplateDelegate> = {};
  const watch: Watch = { missing: undefined, known: [], budget: new Budget({}) };
  handlebars.registerHelper('each', countedEach(handlebars.helpers.each, watch));
  const helpers = [...Object.keys(ESCAPERS), ...Object.keys(PLAIN), 'list'];
  if (own) {
    for (const [name, helper] of Object.entries(own.functions))
      handlebars.registerHelper(name, guardedHelper(name, helper, own.file, watch));
    helpers.push(...Object.keys(own.functions));
  }
  const compiled = (name: string): Handlebars.TemplateDelegate => {
    const template = templates.get(`${name}.md.hbs`);
    if (!template) {
      throw new BriefError([
        { code: 'unknown-template', message: `there is no template "${name}"`, hint: suggest(name, names) },
      ]);
    }
    const program = parse(template.text, template.file);
    makeSafe(program, template.file, names, helpers);
    return handlebars.compile(program, { noEscape: true, strict: true, knownHelpersOnly: false });
  };
  for (const name of names) partials[name] = guarded(name, compiled(name), templates, watch);
  return (name, view) => {
    const template = partials[name];
    if (!template)
      throw new BriefError([
        { code: 'unknown-template', message: `there is no template "${name}"`, hint: suggest(name, names) },
      ]);
    watch.missing = undefined;
    watch.budget = new Budget(view);
    return template(watched(view, watch), { partials });
  };
}

interface Watch {
  missing: string | undefined;
  known: string[];
  budget: Budget;
}

/** `each` that stops where it has taken too much. */
function countedEach(each: Handlebars.HelperDelegate | undefined, watch: Watch): Handlebars.HelperDelegate {
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const place = placeOf((options as { loc?: hbs.AST.SourceLocation }).loc);
    let characters = 0;
    const fn: Handlebars.TemplateDelegate = (context, data) => {
      watch.budget.turn('{{#each}}', place);
      const text = options.fn(context, data);
      characters += text.length;
      watch.budget.written(characters, '{{#each}}', place);
      return text;
    };
    return each?.call(this, list, { ...options, fn });
  };
}

/** Runs a template; an unknown field becomes a problem with file, line and the nearest name. */
function guarded(
  name: string,
  run: Handlebars.TemplateDelegate,
  templates: Templates,
  watch: Watch,
): Handlebars.TemplateDelegate {
  return (view, options) => {
    try {
      watch.budget.turn(`{{> ${name}}}`, { line: 1 });
      const text = run(view, options);
      watch.budget.written(text.length, `{{> ${name}}}`, { line: 1 });
      return text;
    } catch (error) {
      if (!(error instanceof Error) || error instanceof BriefError) throw error;
      const template = templates.get(`${name}.md.hbs`);
      if (error instanceof TemplateFault)
        throw new BriefError([{ ...error.problem, file: template?.file ?? name }]);
      // A template that leads back to itself ends with the stack.
      if (error instanceof RangeError) {
        const message = 'includes itself, by itself or through others, without an end';
        throw new BriefError([{ code: 'template', message, file: template?.file ?? name }]);
      }
      const { lineNumber: line, column } = error as { lineNumber?: number; column?: number };
      const excerpt = line === undefined ? undefined : template?.text.split('\n')[line - 1]?.trim();
      const partial = /^The partial (.*) could not be found/.exec(error.message)?.[1];
      throw new BriefError([
        {
          code: 'template',
          message:
            partial === undefined
              ? `there is no field "${watch.missing ?? missingIn(error)}" here${excerpt ? `: ${excerpt}` : ''}`
              : `there is no layout "${partial}"`,
          hint: partial === undefined ? offers(watch) : undefined,
          file: template?.file ?? name,
          line,
          column: column === undefined ? undefined : column + 1,
        },
      ]);
    }
  };
}

/** A helper of one's own as Handlebars calls it: with values only, and its failures as problems with a line. */
function guardedHelper(name: string, helper: Helper, file: string, watch: Watch) {
  return (...args: unknown[]): unknown => {
    const { loc } = args.at(-1) as { loc?: hbs.AST.SourceLocation };
    const fail = (message: string, hint?: string) =>
      new TemplateFault({
        code: 'helper',
        message: `the helper "${name}" ${message}`,
        hint,
        ...placeOf(loc),
      });
    // A field that a helper looks for in vain is no fault of the template.
    const before = { ...watch };
    let value: unknown;
    try {
      value = helper(...args.slice(0, -1));
    } catch (error) {
      const { line, column } = lineIn(file, error);
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      throw fail(`fails: ${error instanceof Error ? error.message : String(error)}`, `See ${place}.`);
    }
    Object.assign(watch, before);
    if (value instanceof Promise) {
      value.catch(() => undefined);
      throw fail('gives a promise', `Decks do not wait for a helper: give the value itself, in ${file}.`);
    }
    return watched(value, watch);
  };
}

/** The field that may be meant, and all that there are. */
function offers({ missing, known }: Watch): string | undefined {
  if (missing === undefined) return undefined;
  const hint = suggest(missing, known);
  return hint?.startsWith('Did') ? `${hint} There are: ${[...known].sort().join(', ')}.` : hint;
}

/** The field that Handlebars missed in what is no object. */
function missingIn({ message }: Error): string {
  return (
    /^"(.+?)" not defined|search for '(.+?)' in/
      .exec(message)
      ?.slice(1)
      .find((name) => name) ?? ''
  );
}

/** The view, remembering the first field that was asked for and is not there. What every object has is no field. */
function watched(value: unknown, watch: Watch): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const has = (target: object, key: string | symbol) => {
    if (Object.hasOwn(target, key)) return true;
    if (typeof key === 'string' && watch.missing === undefined) {
      watch.missing = key;
      watch.known = Array.isArray(target) ? [] : Object.keys(target);
    }
    return false;
  };
  return new Proxy(value, {
    has,
    get: (target, key) => {
      if (!Array.isArray(target)) has(target, key);
      return watched(Reflect.get(target, key), watch);
    },
    // A helper of one's own sees what is on a slide and cannot change it.
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
