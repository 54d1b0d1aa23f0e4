import { expect, test } from 'vitest';
import { together } from './together.ts';

/** Doubles numbers in rounds that go on when told; -1 spoils a round. */
function doubling(limits: { most: number; abreast: number }) {
  const rounds: number[][] = [];
  const ends: (() => void)[] = [];
  const ask = together(async (asked: readonly number[]) => {
    rounds.push([...asked]);
    const { promise, resolve } = Promise.withResolvers<void>();
    ends.push(resolve);
    await promise;
    if (asked.includes(-1)) throw new Error('spoilt');
    return asked.map((one) => one * 2);
  }, limits);
  /** Ends every round, more than any test makes. */
  const settle = async <T>(asked: Promise<T>[]): Promise<PromiseSettledResult<T>[]> => {
    const all = Promise.allSettled(asked);
    for (let round = 0; round < 10; round++) {
      for (const end of ends.splice(0)) end();
      await new Promise(setImmediate);
    }
    return all;
  };
  return { ask, rounds, settle };
}

test('what comes while a round goes on makes the next, as many as fit', async () => {
  const { ask, rounds, settle } = doubling({ most: 3, abreast: 1 });
  const answers = await settle([1, 2, 3, 4, 5].map(ask));
  expect(rounds).toEqual([[1], [2, 3, 4], [5]]);
  expect(answers.map((one) => 'value' in one && one.value)).toEqual([2, 4, 6, 8, 10]);
});

test('as many rounds go on abreast as may', async () => {
  const { ask, rounds, settle } = doubling({ most: 9, abreast: 2 });
  await settle([1, 2, 3, 4].map(ask));
  expect(rounds).toEqual([[1], [2], [3, 4]]);
});

test('one that cannot be done fails alone, and what comes later is done', async () => {
  const { ask, rounds, settle } = doubling({ most: 9, abreast: 1 });
  const answers = await settle([1, 2, -1, 3].map(ask));
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(rounds).toEqual([[1], [2, -1, 3], [2], [-1], [3]]);
  expect(await settle([ask(7)])).toMatchObject([{ value: 14 }]);
});
