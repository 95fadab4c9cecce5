/** A template made safe before it is compiled: every value passes an escaper, and only what there is can be called. */
import Handlebars from 'handlebars';
import { BriefError, type Problem, suggest } from '../core/problem.js';
import { escapeNote, escapeText, escapeUrl, escapeYaml } from './escape.js';

/** Helpers that write: they take a value and give it back safe for one context. */
export const ESCAPERS: Readonly<Record<string, (value: string) => string>> = {
  text: escapeText,
  note: escapeNote,
  yaml: escapeYaml,
  url: escapeUrl,
};

/** Blocks of Handlebars that a template may use. */
export const BLOCKS = ['if', 'unless', 'each', 'with'];

/** What a template knows beside its fields: `@root.words`, `@first`. */
const DATA = ['root', 'first', 'last', 'index', 'key'];

/** A template as a syntax tree. Throws {@link BriefError} with the line where it is none. */
export function parse(text: string, file: string): hbs.AST.Program {
  try {
    // The line break that ends a file is the file's, not the slide's.
    return Handlebars.parse(text.replace(/\n$/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /on line (\d+)|- (\d+):\d+$/
      .exec(message)
      ?.slice(1)
      .find((number) => number);
    const problem: Problem = {
      code: 'template-syntax',
      message: `is no valid template: ${message.split('\n').slice(1).join(' ').trim() || message}`,
      file,
      line: line === undefined ? undefined : Number(line),
    };
    throw new BriefError([problem]);
  }
}

/** Walks a template: refuses raw output and unknown helpers and partials, and puts every value through an escaper. */
export function makeSafe(
  program: hbs.AST.Program,
  file: string,
  partials: readonly string[],
  helpers: readonly string[],
): void {
  const problems: Problem[] = [];
  const report = (node: hbs.AST.Node, message: string, hint?: string) => {
    problems.push({
      code: 'template',
      message,
      hint,
      file,
      line: node.loc.start.line,
      column: node.loc.start.column + 1,
    });
  };
  class Safe extends Handlebars.Visitor {
    override Program(program: hbs.AST.Program): void {
      // A partial on a line of its own keeps that line's end, which Handlebars takes away.
      program.body.forEach((statement, i) => {
        const next = program.body[i + 1] as
          | (hbs.AST.ContentStatement & { rightStripped?: boolean })
          | undefined;
        if (statement.type === 'PartialStatement' && next?.type === 'ContentStatement' && next.rightStripped)
          next.value = `\n${next.value}`;
      });
      super.Program(program);
    }
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      if (statement.strip === undefined) return;
      if (!statement.escaped)
        report(statement, 'raw output is not available', 'Write {{…}}: every value is escaped for you.');
      const path = statement.path as hbs.AST.PathExpression;
      const isCall = statement.params.length > 0 || statement.hash !== undefined;
      if (isCall && !helpers.includes(path.original)) {
        report(statement, `there is no helper "${path.original}"`, suggest(path.original, helpers));
      } else if (!(isCall && path.original in ESCAPERS)) {
        const value = isCall
          ? ({ ...statement, type: 'SubExpression' } as unknown as hbs.AST.SubExpression)
          : statement.path;
        statement.path = {
          type: 'PathExpression',
          data: false,
          depth: 0,
          parts: ['text'],
          original: 'text',
          loc: statement.loc,
        } as hbs.AST.PathExpression;
        statement.params = [value as hbs.AST.Expression];
        statement.hash = undefined as unknown as hbs.AST.Hash;
      }
      super.MustacheStatement(statement);
    }
    override SubExpression(expression: hbs.AST.SubExpression): void {
      const path = expression.path as hbs.AST.PathExpression;
      if (!helpers.includes(path.original))
        report(expression, `there is no helper "${path.original}"`, suggest(path.original, helpers));
      super.SubExpression(expression);
    }
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      const path = block.path as hbs.AST.PathExpression;
      if (!BLOCKS.includes(path.original))
        report(block, `there is no block "${path.original}"`, suggest(path.original, BLOCKS));
      if (block.program.blockParams?.length)
        report(
          block,
          'names for what a block is about are not available',
          'Write {{field}}, or {{../field}}.',
        );
      super.BlockStatement(block);
    }
    override PathExpression(path: hbs.AST.PathExpression): void {
      // A field that is not there is an error wherever it is named, not only where it is written.
      (path as { strict?: boolean }).strict = true;
      const name = String(path.parts[0]);
      if (path.data && !DATA.includes(name)) report(path, `there is no "@${name}"`, suggest(name, DATA));
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      report(partial, 'blocks around partials are not available', 'Write {{> name}}.');
    }
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      const name = (partial.name as hbs.AST.PathExpression).original;
      if (partial.name.type === 'PathExpression' && !partials.includes(name)) {
        report(partial, `there is no partial "${name}"`, suggest(name, partials));
      }
      super.PartialStatement(partial);
    }
  }
  new Safe().accept(program);
  if (problems.length > 0) throw new BriefError(problems);
}
