import type { PlaybookStart } from '../kinds.ts';
import type { PlaybookStep } from './steps.ts';

type First = {
  startsOn: PlaybookStart;
  words: Record<'ru' | 'en', { name: string; situation: string }>;
  steps: Record<'ru' | 'en', readonly PlaybookStep[]>;
};

const to = (label: string, next: number) => ({ label, next, outcome: null });
const end = (label: string, outcome: 'solved' | 'kept' | 'lost') => ({
  label,
  next: null,
  outcome,
});

const step = (
  title: string,
  words: string,
  days: number,
  answers: PlaybookStep['answers'],
  more: Partial<PlaybookStep> = {},
): PlaybookStep => ({
  title,
  words,
  owner: 'personal_manager',
  days,
  isEmpathy: false,
  answers,
  ...more,
});
const empathy = { isEmpathy: true } as const;
const leader = { owner: 'leader' } as const;

/** Scenarios that are of use everywhere; an operator changes them or adds others. */
export const firstPlaybooks: readonly First[] = [
  {
    startsOn: 'wish_to_leave',
    words: {
      ru: { name: 'Важный клиент хочет уйти', situation: 'Клиент сказал, что уходит' },
      en: { name: 'A valuable client wants to leave', situation: 'The client says they leave' },
    },
    steps: {
      ru: [
        step(
          'Встать на место клиента',
          'Прочитайте историю за полгода. Что бы сказали вы на его месте?',
          0,
          [to('Понятно, чем недоволен', 1)],
          empathy,
        ),
        step('Поговорить', 'Спросите, что должно измениться, и запишите его словами.', 1, [
          end('Остаётся', 'kept'),
          to('Нужно решение руководителя', 2),
          end('Уходит', 'lost'),
        ]),
        step(
          'Решение руководителя',
          'Условия, деньги, ответственный и срок.',
          1,
          [end('Остаётся', 'kept'), end('Уходит', 'lost')],
          leader,
        ),
      ],
      en: [
        step(
          'Stand in the client’s place',
          'Read half a year of history. What would you say in their place?',
          0,
          [to('It is clear what is wrong', 1)],
          empathy,
        ),
        step('Talk', 'Ask what has to change, and write it down in their words.', 1, [
          end('Stays', 'kept'),
          to('A leader has to decide', 2),
          end('Leaves', 'lost'),
        ]),
        step(
          'A leader’s decision',
          'Terms, money, who answers for it and by when.',
          1,
          [end('Stays', 'kept'), end('Leaves', 'lost')],
          leader,
        ),
      ],
    },
  },
  {
    startsOn: 'admitted',
    words: {
      ru: { name: 'Знакомство с новым VIP', situation: 'Клиент стал VIP' },
      en: { name: 'Getting to know a new VIP', situation: 'The client became VIP' },
    },
    steps: {
      ru: [
        step('Представиться', 'Позвоните, назовите себя и прямой номер.', 2, [
          to('Познакомились', 1),
        ]),
        step(
          'Узнать, что важно',
          'Чего ждёт клиент? Какие даты отмечает? Как ему удобно?',
          7,
          [end('Записано', 'solved')],
          empathy,
        ),
      ],
      en: [
        step('Introduce yourself', 'Call, say who you are and your direct number.', 2, [
          to('Done', 1),
        ]),
        step(
          'Learn what matters',
          'What does the client expect? Which days do they keep? What suits them?',
          7,
          [end('Written down', 'solved')],
          empathy,
        ),
      ],
    },
  },
];
