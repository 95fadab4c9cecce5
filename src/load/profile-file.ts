/** YAML files of the template folders, held to their schemas. */
import type { z } from 'zod';
import { BriefError, byPlace, type Problem, UsageError } from '../core/problem.js';
import { firstOf } from './limits.js';
import { type Reading, readData } from './read.js';
import { type Report, reportIssues, reportProto, showPath } from './schema-errors.js';
import type { Templates } from './templates.js';

/** A YAML file of the templates, with its places. */
export function readTemplate(templates: Templates, name: string): Reading {
  const template = templates.get(name);
  if (!template) throw new UsageError(`There is no template "${name}".`);
  return readData(new TextEncoder().encode(template.text), template.file);
}

/** What a schema makes of a file. Throws {@link BriefError} with every fault, each at its line. */
export function parseProfile<T extends z.ZodType>(reading: Reading, schema: T): z.output<T> {
  const result = schema.safeParse(reading.data);
  const problems: Problem[] = [];
  const report: Report = (problem, path, key) =>
    problems.push({
      ...problem,
      file: reading.file,
      ...reading.placeOf(path, key),
      path: showPath(key === undefined ? path : [...path, key]),
    });
  reportProto(reading.data, report);
  if (result.success && problems.length === 0) return result.data;
  if (!result.success) reportIssues(result.error.issues, reading.data, schema, report);
  throw new BriefError(firstOf(problems.sort(byPlace)));
}
