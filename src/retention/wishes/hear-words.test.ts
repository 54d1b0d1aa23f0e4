import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstRules } from './first-rules.ts';
import { hearWish, isReadable } from './hear-words.ts';

const rules = (language: 'ru' | 'en') =>
  firstRules[language].map((rule, at) => ({ id: at + 1, ...rule }));
const hear = (said: string, language: 'ru' | 'en' = 'ru') => hearWish(rules(language), said);

describe('a wish to leave is heard', () => {
  test.each([
    ['Здравствуйте. Как расторгнуть договор?', 'расторгнуть договор'],
    ['Хочу РАСТОРГНУТЬ мой старый договор', 'расторгнуть мой старый договор'],
    ['прошу принять заявление о расторжении договора', 'расторжении договора'],
    ['Закройте, пожалуйста, мой договор', 'закройте пожалуйста мой договор'],
    ['всё, мы уходим от вас', 'уходим от вас'],
    ['Отказываюсь от услуг связи', 'отказываюсь от услуг'],
    ['хотим перейти к другому оператору', 'перейти к другому оператору'],
    ['Переношу номер в другую сеть', 'переношу номер'],
    ['how do I end my contract', 'end my contract'],
    ['Хочу расторгнуть', 'хочу расторгнуть'],
    ['Отключите меня, ухожу', 'отключите меня'],
    ['Раньше не хотел расторгать. Теперь расторгните договор!', 'расторгните договор'],
    ['Раньше не хотел расторгать, теперь расторгните договор', 'расторгните договор'],
    ['Не могу больше, расторгните договор', 'расторгните договор'],
    ['Почему вы не расторгли договор?', 'расторгли договор'],
    ['Не могу расторгнуть договор через кабинет', 'расторгнуть договор'],
    ['Не перезвонили, закройте договор', 'закройте договор'],
  ])('%s', (said, words) => expect(hear(said).wish?.words).toBe(words));

  test('in English', () => {
    expect(hear('How can I cancel my contract?', 'en').wish?.words).toBe('cancel my contract');
    expect(hear('I can not cancel my contract online', 'en').wish).not.toBeNull();
  });
});

describe('no wish', () => {
  test.each([
    'Не хочу расторгать договор, просто спрашиваю про скорость',
    'Не буду расторгать договор',
    'Передумал расторгать договор',
    'Расторгать договор не будет, остаётся',
    'Я бы не хотел больше закрывать договор',
    'Не расторгайте договор, пожалуйста',
    'Договор закрывать передумали',
    'Пока не ухожу от вас',
    'Отключите меня от рассылки',
    'Пришлите копию договора',
    'Я закрыл окно. Договор у меня дома.',
    'Когда отключат интернет на работы?',
    'отказ оборудования',
    '',
  ])('%s', (said) => expect(hear(said).wish).toBeNull());

  test.each([
    'I don’t want to cancel my contract',
    "I won't cancel my contract",
    'We are not going to cancel our contract',
    'I changed my mind about cancelling my contract',
  ])('%s', (said) => expect(hear(said, 'en').wish).toBeNull());

  test('too many words between are another thought', () => {
    expect(hear('закройте дверь и не забудьте потом подписать договор').wish).toBeNull();
  });
});

test('anger is heard, and opens nothing by itself', () => {
  expect(hear('Сколько можно! Опять нет связи')).toEqual({ wish: null, isAngry: true });
  expect(hear('Сколько можно! Расторгаю договор').isAngry).toBe(true);
});

test('a phrase of signs alone is none', () => {
  expect(isReadable('расторг* договор*')).toBe(true);
  expect(isReadable('… !\nуйти')).toBe(false);
  expect(isReadable('***')).toBe(false);
  expect(isReadable('р*торг*')).toBe(false);
});

test('an ending stands at an end alone, so that no letter is read without end', () => {
  const rule = { id: 1, phrases: '*а*а*а*а*а*б\nа* а* а* а* а* а* а* а* б', exceptions: '' };
  expect(hearWish([{ ...rule, isAngry: false }], 'а'.repeat(20_000)).wish).toBeNull();
  expect(hearWish([{ ...rule, isAngry: false }], 'а '.repeat(10_000)).wish).toBeNull();
});

test('whatever is written as a phrase or said, it is read', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (phrases, said) => {
      const rule = { id: 1, phrases, exceptions: '', isAngry: false };
      expect(() => hearWish([rule], said)).not.toThrow();
    }),
  );
});
