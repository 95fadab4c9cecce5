/** A comment in a file for an audience is found; one that the author typed is text, and passes. */
import { describe, expect, it } from 'vitest';
import { BriefError } from '../../src/core/problem.js';
import { html } from '../../src/formats/html.js';
import { md } from '../../src/formats/md.js';
import { makeDecks } from '../../src/pipeline/make.js';
import { checkComments } from '../../src/rules/deck/note-leak.js';
import { RuleLog } from '../../src/rules/rule-log.js';
import { sharedResources } from '../decks/browser.js';
import { folderOf } from '../load/folder-of.js';

const resources = sharedResources();

const found = (html: string) => {
  const log = new RuleLog();
  checkComments('public-flash', 'public-flash.html', html, log);
  expect(log.checked.get('note-leak')).toBe(1);
  return log.findings.map(({ rule }) => rule);
};

describe('the markup of a deck', () => {
  it.each([
    ['<p>Shut.</p><!-- ask the auditors -->'],
    ['<p>Shut.</p><!--'],
    ['<div class="bespoke-marp-note" data-index="0"><p>Ask.</p></div>'],
    ['<aside data-x="1" class="own bespoke-marp-note">Ask.</aside>'],
  ])('has a comment or a note: %s', (html) => {
    expect(found(html)).toEqual(['note-leak']);
  });

  it.each([
    ['<p>&lt;!-- typed --&gt;</p>'],
    ['<p>&#60;!-- typed --&#62; class="bespoke-marp-note"</p>'],
    ['<style>.bespoke-marp-note{}<!-- --></style><script>"<!--"</script><p>x</p>'],
  ])('has none: %s', (html) => {
    expect(found(html)).toEqual([]);
  });
});

describe('a brief whose author typed a comment', () => {
  it.each(['<!-- as typed -->', '‹!-- as typed --›', '<div class="bespoke-marp-note">as typed</div>'])(
    'is built, for every edition: %s',
    async (typed) => {
      const folder = await folderOf({
        'brief.yaml': [
          'id: b',
          'title: The bridge',
          'asOf: 2026-03-02',
          'bottomLine: The bridge is shut.',
          'claims:',
          `  - { id: c, text: ${JSON.stringify(`The page says ${typed} at its end.`)}, status: confirmed }`,
        ].join('\n'),
      });
      const made = await makeDecks(
        { briefs: [folder], audiences: ['public'], lengths: ['short'], rules: ['no-source=off'] },
        { formats: [html, md], editions: ['audience', 'speaker'], paper: 'a4' },
        resources,
      ).catch((error: unknown) => {
        if (error instanceof BriefError) return error.message;
        throw error;
      });
      expect(made).toMatchObject({ warnings: [] });
      const pages =
        typeof made === 'string' ? [] : made.files.filter(({ name }) => name === 'b/public-short.html');
      expect(pages.map(({ bytes }) => String(bytes).includes('as typed'))).toEqual([true]);
    },
  );
});
