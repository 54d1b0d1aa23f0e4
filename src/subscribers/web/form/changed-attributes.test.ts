import { expect, test } from 'vitest';
import { changedAttributes } from './changed-attributes.ts';

test('only what differs is sent, and null for what was emptied', () => {
  const before = { router: 'Лиман', score: 3, isVip: true };
  const after = { router: 'Лиман', score: 4, isVip: null, since: '2024-01-01', note: null };
  expect(changedAttributes(before, after)).toEqual({
    score: 4,
    isVip: null,
    since: '2024-01-01',
  });
});
