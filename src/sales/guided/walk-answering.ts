import type { Use } from '../../catalog/api.ts';
import type { Answer, Step } from '../scripts/steps.ts';
import { type Answers, nextOf } from './walk.ts';

type Said = { people: number; devices: number; uses: readonly Use[] };

/** Walks a script to its end as somebody who says this; to what leads aside, the last answer. */
export function walkAnswering(
  steps: readonly Step[],
  said: Said,
): { path: string[]; answers: Answers } {
  const path: string[] = [];
  const answers: Record<string, Answer> = {};
  let key: string | null = steps[0]?.key ?? null;
  while (key !== null) {
    const step = steps.find((one) => one.key === key);
    if (!step) break;
    path.push(step.key);
    const answer = step.kind === 'question' ? answerTo(step, said) : undefined;
    if (answer) answers[step.key] = answer;
    key = nextOf(step, answer);
  }
  return { path, answers };
}

function answerTo({ fills, options }: Step, { people, devices, uses }: Said): Answer {
  if (fills === 'people') return { options: [], number: people };
  if (fills === 'devices') return { options: [], number: devices };
  if (fills === 'uses') {
    const chosen = options.flatMap(({ value }, at) =>
      uses.some((use) => use === value) ? [at] : [],
    );
    return { options: chosen, number: null };
  }
  return { options: fills === null ? [options.length - 1] : [], number: null };
}
