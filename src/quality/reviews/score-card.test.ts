import { expect, test } from 'vitest';
import type { CardGroup, CardItem } from '../cards/groups.ts';
import type { Answer } from '../kinds.ts';
import { scoreCard, takes } from './score-card.ts';

const item = (key: string, weight: number, more: Partial<CardItem> = {}): CardItem => ({
  key,
  weight,
  title: key,
  hint: '',
  scale: 'yes_no',
  isCritical: false,
  known: null,
  ...more,
});
const points = { scale: 'points' } as const;
const critical = { isCritical: true } as const;

const groups: CardGroup[] = [
  {
    title: 'Всегда',
    condition: 'always',
    items: [item('a', 10), item('b', 30, points), item('rude', 0, critical)],
  },
  { title: 'Продажа', condition: 'sale', items: [item('s', 60), item('t', 20, critical)] },
];
const scored = (applies: string[], answers: Record<string, Answer>) =>
  scoreCard(groups, applies, new Map(Object.entries(answers)));

type Told = [score: number | null, isZeroed: boolean, missing: string[]];
const good = { a: 'yes', b: '4', rude: 'yes' } as const;
const sale = ['always', 'sale'];

test.each<[string, string[], Record<string, Answer>, Told]>([
  ['all good', ['always'], good, [100, false, []]],
  ['a part of the points', ['always'], { ...good, b: '2' }, [63, false, []]],
  ['nothing good', ['always'], { a: 'no', b: '0', rude: 'yes' }, [0, false, []]],
  ['not applicable weighs nothing', ['always'], { ...good, b: 'na' }, [100, false, []]],
  ['nothing applies', ['always'], { a: 'na', b: 'na', rude: 'na' }, [null, false, []]],
  ['a critical failure zeroes', ['always'], { ...good, rude: 'no' }, [0, true, []]],
  ['a part counts by its condition', sale, { ...good, s: 'no', t: 'yes' }, [50, false, []]],
  ['elsewhere not', ['always', 'call'], { ...good, s: 'no', t: 'no' }, [100, false, []]],
  ['a critical one of it zeroes', sale, { ...good, s: 'yes', t: 'no' }, [0, true, []]],
  ['what lacks is told', sale, { a: 'yes', rude: 'yes' }, [100, false, ['b', 's', 't']]],
])('%s', (_, applies, answers, [score, isZeroed, missing]) => {
  expect(scored(applies, answers)).toEqual({ score, isZeroed, missing });
});

test('an item takes answers of its own scale, and that it does not apply', () => {
  const [yesNo, byPoints] = [item('x', 1), item('y', 1, points)];
  for (const answer of ['yes', 'no'] as const) {
    expect([takes(yesNo, answer), takes(byPoints, answer)]).toEqual([true, false]);
  }
  for (const answer of ['0', '4'] as const) {
    expect([takes(yesNo, answer), takes(byPoints, answer)]).toEqual([false, true]);
  }
  expect([takes(yesNo, 'na'), takes(byPoints, 'na')]).toEqual([true, true]);
});

test('a better answer never lowers the score', () => {
  const ladder: Answer[] = ['0', '1', '2', '3', '4'];
  for (const rest of ['yes', 'no', 'na'] as const) {
    const scores = ladder.map((b) => scored(['always'], { a: rest, b, rude: 'yes' }).score ?? -1);
    expect(scores).toEqual(scores.toSorted((x, y) => x - y));
  }
});
