import { expect, test } from 'vitest';
import { cardTurns } from './card-turns.ts';

test('an answer counts until something newer is asked of a card, or it is moved', () => {
  const turns = cardTurns();
  const isFirst = turns.ask([1, 2, 3]);
  const isSecond = turns.ask([2]);
  turns.begin(3);
  expect([1, 2, 3].map(isFirst)).toEqual([true, false, false]);
  expect([1, 2].map(isSecond)).toEqual([false, true]);
});

test('a card that is moved twice at once is moving until both have ended', () => {
  const turns = cardTurns();
  turns.begin(7);
  turns.begin(7);
  turns.end(7);
  expect(turns.isMoving(7)).toBe(true);
  turns.end(7);
  expect(turns.isMoving(7)).toBe(false);
});
