/** Briefs from real articles: what they cite is there, and no rule finds anything. */
import { describe, expect, it } from 'vitest';
import { checkBrief } from '../../src/rules/brief/check.js';
import { ARTICLES, loadArticle, textOf, withText } from './articles.js';

describe.each(ARTICLES)('the brief from the article %s', (article) => {
  it('has no findings where its evidence is held to itself', async () => {
    const { findings, checked } = checkBrief(await loadArticle(article));
    expect(findings).toEqual([]);
    expect(checked.get('drift')).toBeGreaterThan(10);
  });

  const text = textOf(article);
  it.skipIf(text === undefined)(
    'has no findings with the text of the article (skipped where ../shared/articles/gum is not there)',
    async () => {
      const { findings, checked } = checkBrief(withText(await loadArticle(article), text ?? ''));
      expect(findings).toEqual([]);
      expect(checked.get('evidence-missing')).toBeGreaterThan(20);
    },
  );
});
