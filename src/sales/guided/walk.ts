import type { Use } from '../../catalog/api.ts';
import type { Needs } from '../recommending/needs.ts';
import {
  type Answer,
  type Filling,
  type Step,
  numberAsked,
  takesSeveral,
} from '../scripts/steps.ts';

export type Answers = Readonly<Record<string, Answer>>;

const KBPS = 1000;
/** Somebody of whom nothing was said is one, with a phone and a computer. */
const DEVICES_EACH = 2;

/** The step of a key; a version's steps are never changed, so that it is there. */
export function stepOf(steps: readonly Step[], key: string | undefined): Step {
  const step = steps.find((one) => one.key === key);
  if (!step) throw new Error(`the script has no step ${String(key)}`);
  return step;
}

/** Whether an answer is one that the question allows; nothing at all passes the question over. */
export function isAnswer(step: Step, { options, number }: Answer): boolean {
  const areKnown = options.every((at) => step.options[at] !== undefined);
  const areFew = takesSeveral(step) || options.length + (number === null ? 0 : 1) <= 1;
  const isPassed = options.length === 0 && number === null;
  const mayPass = step.fills !== null;
  return (
    areKnown && areFew && (number === null || numberAsked(step) !== null) && (!isPassed || mayPass)
  );
}

/** Where an answer leads. */
export function nextOf(step: Step, answer: Answer | undefined): string | null {
  const chosen = answer?.options.length === 1 ? step.options[answer.options[0] ?? -1] : undefined;
  return chosen?.next ?? step.next;
}

/**
 * What the answers on the way say of the needs.
 * @param unitMinor how many minor units a whole one of the currency has
 */
export function needsOf(
  steps: readonly Step[],
  path: readonly string[],
  answers: Answers,
  unitMinor: number,
): Needs {
  const numbers: Partial<Record<Filling, number>> = {};
  let uses: readonly Use[] = [];
  for (const key of path) {
    const step = stepOf(steps, key);
    const answer = answers[key];
    if (!answer || step.fills === null) continue;
    const values = answer.options.map((at) => step.options[at]?.value ?? null);
    if (step.fills === 'uses') {
      uses = values.filter((value): value is Use => typeof value === 'string');
    } else {
      const number = answer.number ?? values.find((value) => typeof value === 'number');
      if (number !== undefined) numbers[step.fills] = number;
    }
  }
  const people = Math.max(1, numbers.people ?? 1);
  return {
    people,
    devices: numbers.devices ?? people * DEVICES_EACH,
    uses,
    speedNowKbps: numbers.speedNow === undefined ? null : numbers.speedNow * KBPS,
    budgetMinor: numbers.budget === undefined ? null : numbers.budget * unitMinor,
  };
}

/** Of which needs the answers on the way say something. */
export const toldOf = (
  steps: readonly Step[],
  path: readonly string[],
  answers: Answers,
): Filling[] =>
  path.flatMap((key) => {
    const { fills } = stepOf(steps, key);
    const { options, number } = answers[key] ?? { options: [], number: null };
    return fills !== null && (options.length > 0 || number !== null) ? [fills] : [];
  });

/** How many steps follow this one, where no answer leads aside. */
export function stepsAhead(steps: readonly Step[], { next }: Step): number {
  const seen = new Set<string>();
  for (let key = next; key !== null && !seen.has(key); key = stepOf(steps, key).next) seen.add(key);
  return seen.size;
}
