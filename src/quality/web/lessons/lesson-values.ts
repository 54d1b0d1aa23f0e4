import type { Lesson } from '../client.ts';

type Choice = { id: number; words: string };
type Question = { id: number; ask: string; choices: Choice[]; right: string };
type Example = {
  id: number;
  isGood: boolean;
  words: string;
  number: number | undefined;
  second: number | undefined;
};

export type LessonValues = {
  name: string;
  items: string[];
  article: string;
  passPercent: number | undefined;
  isArchived: boolean;
  questions: Question[];
  examples: Example[];
};
export type QuestionValues = Question;
export type ExampleValues = Example;

let made = 0;

const nextId = (): number => {
  made += 1;
  return made;
};

export const emptyChoice = (): Choice => ({ id: nextId(), words: '' });

export const emptyQuestion = (): Question => ({
  id: nextId(),
  ask: '',
  choices: [emptyChoice(), emptyChoice(), emptyChoice()],
  right: '0',
});

export const emptyExample = (): Example => ({
  id: nextId(),
  isGood: true,
  words: '',
  number: undefined,
  second: undefined,
});

export const valuesOf = (lesson: Lesson | null): LessonValues => ({
  name: lesson?.name ?? '',
  items: lesson?.items ?? [],
  article: lesson?.article ?? '',
  passPercent: lesson?.passPercent ?? 80,
  isArchived: lesson?.isArchived ?? false,
  questions: lesson?.questions.map((one) => ({
    id: nextId(),
    ask: one.ask,
    choices: one.choices.map((words) => ({ id: nextId(), words })),
    right: String(one.right),
  })) ?? [emptyQuestion()],
  examples:
    lesson?.examples.map(({ isGood, words, number, second }) => ({
      id: nextId(),
      isGood,
      words,
      number: number ?? undefined,
      second: second ?? undefined,
    })) ?? [],
});

/** As the server takes it: choices left empty are none. */
export const keptLesson = ({
  name,
  items,
  article,
  passPercent = 80,
  questions,
  examples,
}: LessonValues) => ({
  name,
  items,
  article,
  passPercent,
  questions: questions.map(({ ask, choices, right }) => {
    const kept = choices.filter(({ words }) => words.trim() !== '');
    const at = kept.findIndex(({ id }) => id === choices[Number(right)]?.id);
    // An empty one that is said to be right is beyond them all, and so refused.
    return { ask, choices: kept.map(({ words }) => words), right: at < 0 ? kept.length : at };
  }),
  examples: examples.map(({ isGood, words, number, second }) => ({
    isGood,
    words,
    number: number ?? null,
    second: second ?? null,
  })),
});
