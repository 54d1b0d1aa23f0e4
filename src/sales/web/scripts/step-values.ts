import type { Option, Step } from '../../scripts/steps.ts';

/** Leads to whatever step stands after it, wherever it is moved. */
export const IN_ORDER = '>';

export type EditedStep = Omit<Step, 'next'> & { next: string };
export type ScriptValues = { name: string; steps: EditedStep[] };

/** Steps as they are edited: what leads to the step after it does so by its order. */
export const editedOf = (steps: readonly Step[]): EditedStep[] =>
  steps.map((step, at) => {
    const isInOrder = step.next === null || step.next === steps[at + 1]?.key;
    return { ...step, next: isInOrder ? IN_ORDER : (step.next ?? IN_ORDER) };
  });

/** Steps as they are kept. */
export const stepsOf = (edited: readonly EditedStep[]): Step[] =>
  edited.map((step, at) => {
    const isQuestion = step.kind === 'question';
    const after = step.next === IN_ORDER ? (edited[at + 1]?.key ?? null) : step.next;
    return {
      ...step,
      words: step.words.trim(),
      next: step.kind === 'end' ? null : after,
      fills: isQuestion ? step.fills : null,
      options: isQuestion ? step.options.map((one) => fitting(step.fills, one)) : [],
    };
  });

/** An option without what another kind of answer would fill. */
function fitting(fills: Step['fills'], { label, value, next }: Option): Option {
  const isOfUses = fills === 'uses';
  const isRight = typeof value === (isOfUses ? 'string' : 'number') && fills !== null;
  return {
    label: label.trim(),
    value: isRight ? value : null,
    next: isOfUses ? null : next,
  };
}

/** A step put into its place, after one or at the end. */
export function withStep(steps: readonly EditedStep[], after: number): EditedStep[] {
  const keys = new Set(steps.map(({ key }) => key));
  let count = steps.length + 1;
  while (keys.has(`step_${count}`)) count += 1;
  const made: EditedStep = {
    key: `step_${count}`,
    kind: 'say',
    words: '',
    next: IN_ORDER,
    fills: null,
    options: [],
  };
  return steps.toSpliced(after + 1, 0, made);
}

/** Without a step; what led to it leads to the one after it. */
export function withoutStep(steps: readonly EditedStep[], at: number): EditedStep[] {
  const gone = steps[at]?.key;
  const after = steps[at + 1]?.key ?? null;
  return steps.toSpliced(at, 1).map((step) => ({
    ...step,
    next: step.next === gone ? (after ?? IN_ORDER) : step.next,
    options: step.options.map((one) => (one.next === gone ? { ...one, next: after } : one)),
  }));
}

/** A step with its neighbour in its place. @param by -1 goes up, 1 down */
export function moved(steps: readonly EditedStep[], at: number, by: -1 | 1): EditedStep[] {
  const [one, other] = [steps[at], steps[at + by]];
  return one && other ? steps.with(at, other).with(at + by, one) : [...steps];
}
