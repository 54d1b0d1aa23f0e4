import { expect, test } from 'vitest';
import { firstScript } from '../scripts/first-script.ts';
import { isAnswer, needsOf, nextOf, stepOf, stepsAhead, toldOf } from './walk.ts';

const { steps } = firstScript('ru');
const chosen = (...options: number[]) => ({ options, number: null });
const typed = (number: number) => ({ options: [], number });

test('an answer leads where its option does, else where the step does', () => {
  const before = stepOf(steps, 'before');
  expect(nextOf(before, chosen(0))).toBe('sorry');
  expect(nextOf(before, chosen(1))).toBe('budget');
  expect(nextOf(stepOf(steps, 'hello'), undefined)).toBe('people');
});

test.each([
  ['people', chosen(1), true],
  ['people', chosen(0, 1), false],
  ['people', typed(7), true],
  ['people', { options: [1], number: 3 }, false],
  ['people', chosen(9), false],
  ['people', chosen(), true],
  ['uses', chosen(0, 2), true],
  ['uses', typed(3), false],
  ['before', chosen(), false],
  ['before', typed(1), false],
])('to %s %j is an answer: %s', (key, answer, isOne) => {
  expect(isAnswer(stepOf(steps, key), answer)).toBe(isOne);
});

test('needs are what was answered on the way, and not on one that was left', () => {
  const answers = {
    people: chosen(2),
    devices: typed(8),
    uses: chosen(0, 2),
    speed: chosen(2),
    budget: typed(750),
  };
  const path = ['hello', 'people', 'devices', 'uses', 'speed', 'before', 'budget'];
  expect(needsOf(steps, path, answers, 100)).toEqual({
    people: 3,
    devices: 8,
    uses: ['video', 'work'],
    speedNowKbps: 100_000,
    budgetMinor: 75_000,
  });
  const nothing = { uses: [], speedNowKbps: null, budgetMinor: null };
  expect(needsOf(steps, path.slice(0, 2), answers, 100)).toEqual({
    ...nothing,
    people: 3,
    devices: 6,
  });
  expect(needsOf(steps, ['hello'], answers, 100)).toEqual({ ...nothing, people: 1, devices: 2 });
});

test('what was passed over is not told, and steps are counted to the end', () => {
  const answers = { people: chosen(), devices: typed(8), before: chosen(0) };
  expect(toldOf(steps, ['hello', 'people', 'devices', 'before'], answers)).toEqual(['devices']);
  expect(stepsAhead(steps, stepOf(steps, 'hello'))).toBe(11);
  expect(stepsAhead(steps, stepOf(steps, 'sorry'))).toBe(6);
  expect(stepsAhead(steps, stepOf(steps, 'end'))).toBe(0);
});
