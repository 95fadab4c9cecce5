/** What a call works with: its briefs, and the audiences, lengths and templates that it chose, read once. */
import path from 'node:path';
import type { OpenFindings } from '../compose/view.js';
import { choose } from '../core/choose.js';
import { BriefdeckError, BriefError, type Problem } from '../core/problem.js';
import { type DrawnBrand, drawBrand } from '../images/brand.js';
import { type Brand, loadBrand } from '../load/brand.js';
import { readConfig } from '../load/config.js';
import type { Unsaved } from '../load/files.js';
import { type Helpers, loadHelpers } from '../load/helpers.js';
import { findBriefs, inDeckLanguage, type LoadedBrief, loadBrief } from '../load/load.js';
import { type Audience, type Lengths, lengthsFor, readAudience, readLengths } from '../load/profiles.js';
import { loadTemplates, namesIn, type Templates, templatesWith } from '../load/templates.js';
import { applyBrand } from '../render/brand.js';
import { readTheme } from '../render/theme.js';
import { checkAcceptedRules } from '../rules/acceptances.js';
import { checkBrief } from '../rules/brief/check.js';
import { checkWanted } from '../rules/brief/translation.js';
import { atLevel, problemsOf, type RuleLevels, readLevels, stopsBuild } from '../rules/findings.js';
import { openFindings } from '../rules/open-findings.js';
import { type VisibleLoaded, visibleTo } from '../visible/visible.js';
import { Memory } from './memory.js';

/** Which decks are wanted. Names are those of files in the templates; `all`, or none, means every one. */
export interface Choice {
  /** Folders or files with briefs, or briefs already loaded. */
  briefs: readonly (string | LoadedBrief)[];
  audiences?: readonly string[] | undefined;
  lengths?: readonly string[] | undefined;
  /** The theme of every deck, instead of each audience's own. */
  theme?: string | undefined;
  /** The language of every deck, instead of each audience's own. */
  language?: string | undefined;
  /** A template folder of one's own, looked at before the built-in one. */
  templates?: string | undefined;
  /** Severities of rules: `['no-source=warn']`; `all` is every rule. */
  rules?: readonly string[] | undefined;
  /** File with settings for every call; what the call itself says goes before it. */
  config?: string | undefined;
}

/** How a project is opened. */
export interface OpenOptions {
  /** Whether its decks are drafts. */
  draft?: boolean | undefined;
  /** What is known of earlier times. */
  memory?: Memory | undefined;
  /** What is read in place of files. */
  unsaved?: Unsaved | undefined;
}

/** A family of decks to make: one brief for one audience, in the language of its decks. */
export interface Task {
  /** What the audience may see: all that decks are made from. */
  loaded: VisibleLoaded;
  /** All that was loaded: to search the finished files for what is withheld, and for nothing else. */
  whole: LoadedBrief;
  audience: Audience;
  /** What drafts list as found in the brief; decks that are none have nothing of it. */
  open: OpenFindings | undefined;
}

export interface Project {
  /** Each brief for each audience. */
  tasks: readonly Task[];
  levels: RuleLevels;
  /** What the rules found in the briefs that does not stop a build. */
  warnings: readonly Problem[];
  audiences: readonly Audience[];
  /** All lengths: shorter ones decide what longer ones say, wanted or not. */
  lengths: Lengths;
  /** Ids of the lengths that are wanted. */
  wanted: ReadonlySet<string>;
  templates: Templates;
  /** The house styles that the audiences use, by the names of their files. */
  brands: ReadonlyMap<string, DrawnBrand>;
  /** Helpers of the project's own, where its settings name them. */
  helpers: Helpers | undefined;
}

/** Reads all that a call needs. Throws {@link BriefError} with the problems of every brief; for drafts, with fewer. */
export async function openProject(
  choice: Choice,
  { draft = false, memory = new Memory(), unsaved }: OpenOptions = {},
): Promise<Project> {
  const config = choice.config === undefined ? undefined : await readConfig(choice.config);
  const templates = await loadTemplates(choice.templates ?? config?.templates, unsaved);
  const lengths = readLengths(templates);
  const audienceIds = choose('audience', choice.audiences, namesIn(templates, 'audiences', '.yaml'));
  const settings = Object.entries(config?.rules ?? {}).map(([rule, level]) => `${rule}=${level}`);
  const levels = readLevels([...settings, ...(choice.rules ?? [])]);
  const [theme] =
    choice.theme === undefined ? [] : choose('theme', [choice.theme], namesIn(templates, 'themes', '.css'));
  const [language] =
    choice.language === undefined
      ? []
      : choose('language', [choice.language], namesIn(templates, 'locales', '.yaml'));
  const audiences = audienceIds.map((id) => ({
    ...readAudience(templates, id),
    ...(theme && { theme }),
    ...(language !== undefined && { language }),
  }));
  const lengthIds = audiences.flatMap((audience) =>
    lengthsFor(audience, lengths).lengths.map(({ id }) => id),
  );
  const wanted = new Set(choose('length', choice.lengths, [...new Set(lengthIds)]));
  const briefs = await loadBriefs(choice.briefs, unsaved);
  const brands = await loadBrands(templates, audiences);
  const { tasks, problems } = tasksOf(briefs, audiences, draft ? levels : undefined, memory);
  const warnings = [
    ...problems,
    ...briefs.flatMap(checkAcceptedRules),
    ...briefs.flatMap((loaded) => warningsOf(loaded, tasks, levels, memory)),
    ...brandWarnings(templates, audiences, brands).flatMap((problem) =>
      atLevel(problem, 'brand-colour', levels),
    ),
  ];
  if (warnings.some((problem) => stopsBuild(problem, draft))) throw new BriefError(warnings);
  return {
    tasks,
    levels,
    warnings,
    audiences,
    lengths,
    wanted,
    templates,
    brands: new Map(
      await Promise.all(
        [...brands].map(async ([name, brand]) => [name, await drawBrand(brand, memory.embed)] as const),
      ),
    ),
    helpers: config && (await loadHelpers(config)),
  };
}

/** The house styles of the audiences. Throws {@link BriefError} with the faults of the first that has any. */
async function loadBrands(
  templates: Templates,
  audiences: readonly Audience[],
): Promise<ReadonlyMap<string, Brand>> {
  const brands = new Map<string, Brand>();
  for (const name of new Set(audiences.map((audience) => audience.brand))) {
    const brand = await loadBrand(templates, name);
    if (brand) brands.set(name, brand);
  }
  // Charts are measured with one font of a name.
  const files = new Map<string, string>();
  for (const { faces, file, families } of brands.values()) {
    for (const family of new Set(Object.values(families))) {
      const own = faces.filter((face) => face.family === family).map((face) => face.file);
      const other = files.get(family);
      if (other !== undefined && other !== own.join())
        throw new BriefError([
          {
            code: 'brand-fonts',
            message: `the font "${family}" has other files in another house style`,
            hint: 'Give one of the two another family name.',
            file,
            path: 'fonts',
          },
        ]);
      files.set(family, own.join());
    }
  }
  return brands;
}

/** What cannot be read as it is in the colours of a house, in each theme that wears them. */
function brandWarnings(
  templates: Templates,
  audiences: readonly Audience[],
  brands: ReadonlyMap<string, Brand>,
): Problem[] {
  const worn = new Map(
    audiences.map((audience) => [
      JSON.stringify([audience.brand, audience.theme, audience.templates]),
      audience,
    ]),
  );
  return [...worn.values()].flatMap((audience) => {
    const brand = brands.get(audience.brand);
    const theme = brand && readTheme(templatesWith(templates, audience.templates), audience.theme);
    return theme ? applyBrand(theme, brand).warnings : [];
  });
}

/** Each brief as each audience may see it, and what keeps an audience from being shown one. `levels` are for drafts. */
function tasksOf(
  briefs: readonly LoadedBrief[],
  audiences: readonly Audience[],
  levels: RuleLevels | undefined,
  { rules }: Memory,
): { tasks: Task[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tasks = briefs.flatMap((loaded) =>
    audiences.flatMap((audience): Task[] => {
      const whole = inDeckLanguage(loaded, audience.language);
      try {
        const seen = visibleTo(whole, audience);
        return [{ loaded: seen, whole, audience, open: levels && openFindings(seen, levels, rules) }];
      } catch (error) {
        if (!(error instanceof BriefError)) throw error;
        problems.push(...error.problems);
        return [];
      }
    }),
  );
  return { tasks, problems };
}

/**
 * What the rules find in a brief: in each language that it is wanted in, and as far as each audience may see it, since
 * what holds a text up may be withheld. What is found in several, once.
 */
function warningsOf(
  loaded: LoadedBrief,
  tasks: readonly Task[],
  levels: RuleLevels,
  { rules }: Memory,
): Problem[] {
  const own = tasks.filter(({ whole }) => whole.file === loaded.file);
  const languages = new Set(own.map(({ audience }) => audience.language));
  const found = [undefined, ...languages].flatMap((language) => {
    const { findings } = checkBrief(inDeckLanguage(loaded, language), rules);
    return problemsOf([...findings, ...checkWanted(loaded, language)], loaded, levels);
  });
  const keyOf = (problem: Problem) => JSON.stringify(problem);
  const once = new Map(found.map((problem) => [keyOf(problem), problem]));
  for (const { loaded: visible, audience } of own) {
    for (const problem of problemsOf(checkBrief(visible, rules).findings, visible, levels)) {
      const key = keyOf(problem);
      if (once.has(key)) continue;
      const message = `${problem.message}, as far as ${audience.highest} may be seen`;
      once.set(key, { ...problem, message });
    }
  }
  return [...once.values()];
}

async function loadBriefs(
  targets: readonly (string | LoadedBrief)[],
  unsaved: Unsaved | undefined,
): Promise<LoadedBrief[]> {
  const briefs: LoadedBrief[] = [];
  const problems: Problem[] = [];
  const read = new Set<string>();
  for (const target of targets) {
    if (typeof target !== 'string') {
      briefs.push(target);
      continue;
    }
    for (const file of await findBriefs(target)) {
      // A brief that is named twice, by itself and by its folder, is one brief.
      if (read.has(path.resolve(file))) continue;
      read.add(path.resolve(file));
      try {
        briefs.push(await loadBrief(file, unsaved));
      } catch (error) {
        if (!(error instanceof BriefdeckError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  const seen = new Map<string, string>();
  for (const { brief, file } of briefs) {
    const earlier = seen.get(brief.id);
    if (earlier !== undefined) {
      problems.push({
        code: 'not-unique',
        message: `the brief id "${brief.id}" is taken by ${earlier}`,
        hint: 'Give one of them another id.',
        file,
        path: 'id',
      });
    }
    seen.set(brief.id, file);
  }
  if (problems.length > 0) throw new BriefError(problems);
  return briefs;
}
