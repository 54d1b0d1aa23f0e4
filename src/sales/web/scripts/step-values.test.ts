import { describe, expect, test } from 'vitest';
import { firstScript } from '../../scripts/first-script.ts';
import { editedOf, IN_ORDER, moved, stepsOf, withoutStep, withStep } from './step-values.ts';

const { steps } = firstScript('ru');
const edited = editedOf(steps);
const at = (key: string): number => steps.findIndex((step) => step.key === key);

describe('steps of a script', () => {
  test('are the same after they were looked at', () => {
    expect(stepsOf(edited)).toEqual(steps);
  });

  test('lead on by their order wherever they are moved, and to a named step where one is', () => {
    const up = stepsOf(moved(edited, at('people'), 1));
    expect(up.slice(0, 3).map(({ key, next }) => [key, next])).toEqual([
      ['hello', 'devices'],
      ['devices', 'people'],
      ['people', 'uses'],
    ]);
    // A question that passes over the step after it keeps saying so.
    expect(edited[at('before')]?.next).toBe('budget');
    expect(moved(edited, 0, -1)).toEqual(edited);
  });

  test('a new one stands in the way, and what led to a removed one leads past it', () => {
    const more = withStep(edited, 0);
    expect(stepsOf(more)[0]?.next).toBe(more[1]?.key);
    expect(more[1]).toMatchObject({ kind: 'say', next: IN_ORDER });
    const less = stepsOf(withoutStep(edited, at('budget')));
    expect(less.find(({ key }) => key === 'before')?.next).toBe('offer');
    const before = withoutStep(edited, at('sorry')).find(({ key }) => key === 'before');
    expect(before?.options[0]?.next).toBe('budget');
  });

  test('what another kind of answer filled is let go', () => {
    const asked = edited[at('uses')];
    if (!asked) throw new Error('the script asks it');
    const [counted] = stepsOf([{ ...asked, fills: 'people' }]);
    expect(counted?.options.every(({ value }) => value === null)).toBe(true);
    const [said] = stepsOf([{ ...asked, kind: 'say' }]);
    expect(said).toMatchObject({ fills: null, options: [] });
  });
});
