import { expect, test } from 'vitest';
import { missedSince, newestOf } from './missed.ts';

const message = (id: number, direction: 'in' | 'out' | 'note', isAutomatic = false) =>
  ({ id, direction, isAutomatic }) as Parameters<typeof missedSince>[0]['messages'][number];

const messages = [
  message(3, 'in'),
  message(5, 'out'),
  message(6, 'in', true),
  message(7, 'note'),
  message(8, 'in'),
];

test('an answer is out of date by what was said since, not by notes or answering machines', () => {
  expect(newestOf({ messages })).toBe(8);
  expect(newestOf({ messages: [] })).toBe(0);
  expect(missedSince({ messages }, 5).map(({ id }) => id)).toEqual([8]);
  expect(missedSince({ messages }, 8)).toEqual([]);
  expect(missedSince({ messages }, 0).map(({ id }) => id)).toEqual([3, 5, 8]);
});
