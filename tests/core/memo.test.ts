import { describe, expect, it } from 'vitest';
import { contentKey, Memo } from '../../src/core/memo.js';

describe('Memo', () => {
  it('makes a result once for a key, and another for other content', () => {
    const memo = new Memo<string>();
    expect(memo.of(contentKey('a', 1), () => 'first')).toBe('first');
    expect(memo.of(contentKey('a', 1), () => 'second')).toBe('first');
    expect(memo.of(contentKey('a', 2), () => 'third')).toBe('third');
    expect(memo.made).toBe(2);
  });

  it('drops what was not asked for in some turns, and keeps what was', () => {
    const memo = new Memo<string>();
    memo.of('left', () => '');
    for (let turn = 0; turn < 20; turn++) {
      memo.of('used', () => '');
      memo.of(`new ${turn}`, () => '');
      memo.next();
    }
    expect(memo.has('used')).toBe(true);
    expect(memo.has('left')).toBe(false);
    expect(memo.size).toBeLessThan(12);
  });

  it('does not keep a failure', async () => {
    const memo = new Memo<Promise<string>>();
    await expect(memo.of('key', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await memo.of('key', async () => 'yes')).toBe('yes');
  });
});
