import { expect, test } from 'vitest';
import { isDroppable, isUndoable, openSteps, stepFrom, stepOf } from './states.ts';

const at = (state: Parameters<typeof stepOf>[0]['state'], failedIn = null as never) => ({
  state,
  failedIn,
});

test.each([
  [at('uploaded'), 'file'],
  [at('staging'), 'check'],
  [at('checked'), 'check'],
  [at('applying'), 'result'],
  [at('undone'), 'result'],
  [at('failed', 'checking' as never), 'check'],
  [at('failed', 'applying' as never), 'result'],
] as const)('%o stands on %s', (imported, step) => {
  expect(stepOf(imported)).toBe(step);
});

test('the result waits until something is being applied', () => {
  expect(openSteps(at('checked'))).toEqual(['file', 'columns', 'check']);
  expect(openSteps(at('applied'))).toContain('result');
});

test('the address opens a step that is open, and no other', () => {
  expect(stepFrom('columns', at('uploaded'))).toBe('columns');
  expect(stepFrom('result', at('uploaded'))).toBe('file');
  expect(stepFrom('nonsense', at('checked'))).toBe('check');
});

test('what has touched the base is undone, what has not is dropped', () => {
  expect([isDroppable(at('checked')), isUndoable(at('checked'))]).toEqual([true, false]);
  expect([isDroppable(at('applied')), isUndoable(at('applied'))]).toEqual([false, true]);
  const broken = at('failed', 'applying' as never);
  expect([isDroppable(broken), isUndoable(broken)]).toEqual([false, true]);
});
