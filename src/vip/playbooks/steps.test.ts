import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlaybookStep, refuseSteps } from './steps.ts';

const step = (answers: PlaybookStep['answers'], isEmpathy = true): PlaybookStep => ({
  title: 'Шаг',
  words: '',
  owner: 'personal_manager',
  days: 1,
  isEmpathy,
  answers,
});
const ends = { label: 'Решено', next: null, outcome: 'solved' } as const;
const to = (next: number) => ({ label: 'Дальше', next, outcome: null });

test.each([
  ['a walk to its end', [step([to(1), ends]), step([ends], false)], undefined],
  ['nobody in the client’s place', [step([ends], false)], 'vip.no_empathy'],
  ['an answer that leads back', [step([ends]), step([to(1)])], 'vip.wrong_branch'],
  ['an answer that leads beyond', [step([to(1)])], 'vip.wrong_branch'],
  [
    'an answer that leads nowhere',
    [step([{ label: 'А', next: null, outcome: null }])],
    'vip.wrong_branch',
  ],
])('%s', (_name, steps, code) => {
  expect(refuseSteps(steps)?.failure.code).toBe(code);
});

const anySteps = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 6 },
);

test('whatever is answered, a walk that is allowed comes to an end', () => {
  fc.assert(
    fc.property(anySteps, fc.array(fc.nat()), (shape, choices) => {
      const steps = shape.map((nexts) =>
        step(nexts.map((next) => (next === null ? ends : to(next)))),
      );
      if (refuseSteps(steps)) return;
      let at: number | null = 0;
      for (let tries = 0; at !== null; tries += 1) {
        expect(tries).toBeLessThan(steps.length);
        const { answers }: PlaybookStep = steps[at]!;
        at = answers[(choices[tries] ?? 0) % answers.length]!.next;
      }
    }),
  );
});
