import type { Language } from '../../kernel/context.ts';
import type { Condition, ContactKind, KnownFact } from '../kinds.ts';
import type { CardGroup, CardItem } from './groups.ts';

type Words = Record<Language, string>;
type First = { kind: ContactKind; name: Words; groups: readonly FirstGroup[] };
type FirstGroup = { title: Words; condition: Condition; items: readonly FirstItem[] };
type FirstItem = Omit<CardItem, 'title' | 'hint'> & { title: Words; hint: Words };

const none: Words = { ru: '', en: '' };

const item = (
  key: string,
  weight: number,
  title: Words,
  more: Partial<Omit<FirstItem, 'key' | 'weight' | 'title'>> = {},
): FirstItem => ({
  key,
  title,
  weight,
  hint: none,
  scale: 'yes_no',
  isCritical: false,
  known: null,
  ...more,
});
const known = (fact: KnownFact) => ({ known: fact });
const critical = { isCritical: true } as const;
const points = { scale: 'points' } as const;

const respect: FirstGroup = {
  title: { ru: 'Начало и уважение', en: 'Opening and respect' },
  condition: 'always',
  items: [
    item(
      'in-time',
      10,
      { ru: 'Ответили в пределах нормы', en: 'Answered within the norm' },
      known('in_time'),
    ),
    item('greeting', 5, { ru: 'Поздоровался и назвал себя', en: 'Greeted and gave a name' }),
    item(
      'respect',
      0,
      { ru: 'Ни слова грубости или насмешки', en: 'Not a word of rudeness or mockery' },
      critical,
    ),
    item(
      'listened',
      10,
      { ru: 'Выслушал и понял с первого раза', en: 'Listened and understood at once' },
      {
        ...points,
        hint: {
          ru: '4 — переспрашивать не пришлось; 0 — человек повторял одно и то же',
          en: '4: nothing had to be said twice; 0: the person repeated it again and again',
        },
      },
    ),
  ],
};

const ending: FirstGroup = {
  title: { ru: 'Завершение', en: 'Ending' },
  condition: 'always',
  items: [
    item('agreed', 5, { ru: 'Повторил, о чём договорились', en: 'Said again what was agreed' }),
    item('promised', 10, {
      ru: 'Назвал срок и кто отвечает, если осталось дело',
      en: 'Said by when and by whom, where something is left to do',
    }),
  ],
};

const voice: FirstGroup = {
  title: { ru: 'Голос', en: 'Voice' },
  condition: 'call',
  items: [
    item(
      'voice',
      5,
      { ru: 'Говорил ясно, не перебивал', en: 'Spoke clearly, did not interrupt' },
      points,
    ),
  ],
};

const letters: FirstGroup = {
  title: { ru: 'Письмо', en: 'Writing' },
  condition: 'written',
  items: [
    item(
      'plain',
      5,
      { ru: 'Писал просто и без ошибок', en: 'Wrote plainly, without mistakes' },
      points,
    ),
  ],
};

const selling: FirstGroup = {
  title: { ru: 'Продажа', en: 'Sale' },
  condition: 'sale',
  items: [
    item(
      'needs',
      15,
      { ru: 'Узнал, для чего нужен интернет', en: 'Learnt what it is needed for' },
      points,
    ),
    item(
      'recommended',
      20,
      {
        ru: 'Посоветовал один вариант, а не «от и до»',
        en: 'Recommended one choice, not “from–to”',
      },
      known('recommended'),
    ),
    item(
      'objection',
      15,
      { ru: 'Ответил на возражение', en: 'Answered the objection' },
      known('objection_answered'),
    ),
    item('closed', 10, { ru: 'Предложил следующий шаг', en: 'Offered the next step' }),
  ],
};

const solving: FirstGroup = {
  title: { ru: 'Помощь', en: 'Help' },
  condition: 'always',
  items: [
    item(
      'solved',
      25,
      { ru: 'Вопрос решён или дело заведено', en: 'Solved, or work was begun' },
      points,
    ),
    item('true', 10, { ru: 'Сказал только то, что верно', en: 'Said only what is true' }, critical),
    item(
      'pitched',
      10,
      { ru: 'Предложил подходящую услугу', en: 'Offered a service that fits' },
      known('pitched'),
    ),
  ],
};

const keeping: FirstGroup = {
  title: { ru: 'Желание уйти', en: 'Wish to leave' },
  condition: 'leaving',
  items: [
    item(
      'reason',
      25,
      { ru: 'Спросил, почему человек уходит', en: 'Asked why they leave' },
      known('reason_asked'),
    ),
    item(
      'offer',
      20,
      { ru: 'Предложил то, что снимает причину', en: 'Offered what removes the reason' },
      known('offer_made'),
    ),
    item('sorry', 10, { ru: 'Признал неудобства', en: 'Admitted the trouble' }),
    item(
      'no-pressure',
      0,
      { ru: 'Не удерживал обманом и не тянул', en: 'Did not hold back by deceit or delay' },
      critical,
    ),
  ],
};

const caring: FirstGroup = {
  title: { ru: 'Важный клиент', en: 'Valued client' },
  condition: 'vip',
  items: [
    item('by-name', 10, { ru: 'Обратился по имени', en: 'Addressed by name' }),
    item('knew', 15, {
      ru: 'Знал историю и не спрашивал известное',
      en: 'Knew the history, asked nothing known',
    }),
    item('himself', 15, {
      ru: 'Взял дело на себя до конца',
      en: 'Took it upon himself to the end',
    }),
  ],
};

const first: readonly First[] = [
  {
    kind: 'sale',
    name: { ru: 'Продажа', en: 'Sale' },
    groups: [respect, selling, voice, letters, ending],
  },
  {
    kind: 'support',
    name: { ru: 'Поддержка', en: 'Support' },
    groups: [respect, solving, voice, letters, ending],
  },
  {
    kind: 'leaving',
    name: { ru: 'Желание уйти', en: 'Wish to leave' },
    groups: [respect, keeping, voice, letters, ending],
  },
  {
    kind: 'vip',
    name: { ru: 'Важный клиент', en: 'Valued client' },
    groups: [respect, caring, solving, voice, letters, ending],
  },
];

/** Scorecards that are of use everywhere; an operator changes them or adds others. */
export const firstCards = (language: Language) =>
  first.map(({ kind, name, groups }) => ({
    kind,
    name: name[language],
    groups: groups.map(({ title, condition, items }): CardGroup => ({
      condition,
      title: title[language],
      items: items.map((one) => ({
        ...one,
        title: one.title[language],
        hint: one.hint[language],
      })),
    })),
  }));
