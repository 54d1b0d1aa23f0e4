import type { PlaybookOutcome } from '../../kinds.ts';
import type { Playbook } from '../client.ts';

type Step = Playbook['steps'][number];

/** Where an answer leads: to a later step, by the step's own key, or to an outcome. */
export type AnswerValues = { key: string; label: string; to: string };

export type StepValues = Pick<Step, 'title' | 'words' | 'owner' | 'isEmpathy'> & {
  key: string;
  days: number | undefined;
  answers: AnswerValues[];
};

let made = 0;
const newKey = (): string => {
  made += 1;
  return `k${made}`;
};

const OUTCOME = 'outcome ';

export const outcomeTo = (outcome: PlaybookOutcome): string => `${OUTCOME}${outcome}`;

export const emptyAnswer = (): AnswerValues => ({
  key: newKey(),
  label: '',
  to: outcomeTo('solved'),
});

export const emptyStep = (): StepValues => ({
  key: newKey(),
  title: '',
  words: '',
  owner: 'personal_manager',
  isEmpathy: false,
  days: 1,
  answers: [emptyAnswer()],
});

/** Steps as a form holds them: answers name their step, so that moving one loses no way. */
export function stepsOf(steps: readonly Step[]): StepValues[] {
  const keys = steps.map(newKey);
  return steps.map(({ answers, ...step }, at) => ({
    ...step,
    key: keys[at] ?? newKey(),
    answers: answers.map(({ label, next, outcome }) => ({
      key: newKey(),
      label,
      to: (next === null ? undefined : keys[next]) ?? outcomeTo(outcome ?? 'solved'),
    })),
  }));
}

/** Steps as the server takes them. */
export function keptSteps(steps: readonly StepValues[]) {
  return steps.map(({ title, words, owner, isEmpathy, days = 0, answers }) => ({
    title,
    words,
    owner,
    isEmpathy,
    days,
    answers: answers.map(({ label, to }) => {
      const next = steps.findIndex((one) => one.key === to);
      return next < 0
        ? { label, next: null, outcome: to.slice(OUTCOME.length) as PlaybookOutcome }
        : { label, next, outcome: null };
    }),
  }));
}

/** Without a step: what led there ends as solved, until somebody says better. */
export const without = (steps: readonly StepValues[], at: number): StepValues[] => {
  const gone = steps[at]?.key;
  return steps.toSpliced(at, 1).map((step) => ({
    ...step,
    answers: step.answers.map((answer) =>
      answer.to === gone ? { ...answer, to: outcomeTo('solved') } : answer,
    ),
  }));
};
