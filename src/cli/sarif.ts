/** Problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines they are about. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { isError, type Problem } from '../core/problem.js';
import { RULE_IDS, RULES } from '../rules/registry.js';

/** A log of one run. `version` is briefdeck's. */
export function sarifLog(problems: readonly Problem[], version: string): Log {
  const rules: ReportingDescriptor[] = RULE_IDS.map((id) => ({
    id,
    shortDescription: { text: RULES[id].asks },
    defaultConfiguration: { level: RULES[id].severity === 'warn' ? 'warning' : 'error' },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'briefdeck', version, rules } }, results: problems.map(resultOf) }],
  };
}

function resultOf(problem: Problem): Result {
  const { code, message, hint, file, line, column, path, deck, slide, element } = problem;
  const where = [deck, slide === undefined ? undefined : `slide ${slide}`, element].filter(
    (part) => part !== undefined,
  );
  const name = deck === undefined ? path : where.join(', ');
  return {
    ruleId: code,
    level: isError(problem) ? 'error' : 'warning',
    message: { text: hint === undefined ? message : `${message}. ${hint}` },
    locations: [
      {
        ...(file === undefined
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: file.replaceAll('\\', '/') },
                ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
              },
            }),
        ...(name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
      },
    ],
  };
}
