/** `briefdeck doctor`: what is used on this machine, and what to do when a part is missing. */
import { EXIT } from '../../core/problem.js';
import { type AddCommand, print, printJson } from '../command.js';

export const addDoctor: AddCommand = (program, cli) => {
  program
    .command('doctor')
    .description('which browser, canvas and fonts are used, and what to do when one is missing')
    .option('--browser <file>', 'browser to try')
    .option('--json', 'print the findings as JSON')
    .action(async (flags: { browser?: string; json?: boolean }) => {
      const { examine } = await import('../doctor.js');
      const findings = await examine(flags.browser);
      if (flags.json) printJson(cli, findings);
      else
        for (const { part, ok, found, hint } of findings) {
          const line = `${ok ? 'ok  ' : 'NO  '}${part.padEnd(10)}${found}`;
          print(cli, `${line}${hint ? `\n    ${hint}` : ''}\n`);
        }
      if (findings.some((finding) => !finding.ok)) cli.exitWith(EXIT.machine);
    });
};
