import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import {
  type Condition,
  type FieldType,
  operationsOf,
  type TestValue,
} from '../../kernel/conditions/condition.ts';
import { readPhrase } from './read-phrase.ts';
import { sayCondition } from './say-condition.ts';
import { type Asked, type Vocabulary, vocabularyOf } from './vocabulary.ts';

const states = [
  { value: 'active', label: 'Активен' },
  { value: 'left', label: 'Ушёл и не вернётся' },
];
const field = (key: string, type: FieldType, label: string, more: Partial<Asked> = {}): Asked => ({
  key,
  type,
  label,
  group: '',
  hasWindow: false,
  isSummed: false,
  ...more,
});
const fields: Asked[] = [
  field('name', 'text', 'Имя'),
  field('status', 'choice', 'Состояние', { choices: states }),
  field('balance', 'money', 'Баланс'),
  field('since', 'date', 'Клиент с'),
  field('createdAt', 'instant', 'Создан'),
  field('phone', 'phone', 'Телефон'),
  field('attributes.vip', 'boolean', 'VIP и важный'),
  field('id', 'id', 'Номер'),
  field('tickets', 'number', 'Тикетов', { hasWindow: true, isSummed: true }),
  field('openTickets', 'number', 'Тикетов открытых', { isSummed: true }),
  field('attributes.state', 'text', 'Состояние'),
  field('attributes.odd', 'text', 'не (и) «или»'),
];

function words(language: 'ru' | 'en'): Vocabulary {
  const file = join(import.meta.dirname, `../web/${language}.json`);
  const texts = createInstance();
  const translation = JSON.parse(readFileSync(file, 'utf8')) as object;
  void texts.init({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation } },
  });
  const blanks = { value: '{{value}}', values: '{{values}}', to: '{{to}}' };
  const operator = { currency: 'RUB' } as Parameters<typeof vocabularyOf>[1]['operator'];
  return vocabularyOf(fields, { operator, language }, (key, params) =>
    texts.t(`phrase.${key}`, { ...blanks, ...params }),
  );
}
const ru = words('ru');
const en = words('en');

test.each<[Condition, string, string]>([
  [
    {
      all: [
        { field: 'tickets@30d', op: 'gte', value: 3 },
        { field: 'balance', op: 'lt', value: -5050 },
      ],
    },
    'Тикетов за 30 дней не меньше 3 и Баланс меньше -50,50 ₽',
    'Тикетов in 30 days at least 3 and Баланс less than -50.50 ₽',
  ],
  [
    {
      any: [
        {
          all: [
            { field: 'status', op: 'is', value: 'left' },
            { field: 'since', op: 'last_days', value: 1 },
          ],
        },
        { not: { field: 'status', op: 'in', value: ['active', 'left'] } },
      ],
    },
    '(Состояние — «Ушёл и не вернётся» и Клиент с — за последние 1 день) или ' +
      'не (Состояние — одно из: «Активен», «Ушёл и не вернётся»)',
    '(Состояние is “Ушёл и не вернётся” and Клиент с was in the last 1 day) or ' +
      'not (Состояние is one of “Активен”, “Ушёл и не вернётся”)',
  ],
  [
    { field: 'since', op: 'between', value: ['2026-01-31', '2026-02-01'] },
    'Клиент с от 31.01.2026 до 01.02.2026',
    'Клиент с from 2026-01-31 to 2026-02-01',
  ],
  [{ all: [] }, 'все абоненты', 'all subscribers'],
])('%j is said, and understood again', (condition, russian, english) => {
  expect(sayCondition(condition, ru)).toBe(russian);
  expect(sayCondition(condition, en)).toBe(english);
  expect(readPhrase(russian, ru)).toEqual({ ok: true, value: condition });
  expect(readPhrase(english, en)).toEqual({ ok: true, value: condition });
});

test.each<[string, Condition]>([
  ['тикетов за последние 30 дней >= 3', { field: 'tickets@30d', op: 'gte', value: 3 }],
  ['Тикетов в этом квартале: 2', { field: 'tickets@quarter', op: 'is', value: 2 }],
  ['тикетов открытых больше 0', { field: 'openTickets', op: 'gt', value: 0 }],
  ['состояние — активен', { field: 'status', op: 'is', value: 'active' }],
  ['состояние - не ушел и не вернется', { field: 'status', op: 'is_not', value: 'left' }],
  ['имя содержит ива', { field: 'name', op: 'contains', value: 'ива' }],
  ['баланс < 1000 руб.', { field: 'balance', op: 'lt', value: 100_000 }],
  ['клиент с не раньше 1.3.2026', { field: 'since', op: 'gte', value: '2026-03-01' }],
  [
    'имя содержит ива или номер равно 5 и баланс > 0',
    {
      any: [
        { field: 'name', op: 'contains', value: 'ива' },
        {
          all: [
            { field: 'id', op: 'is', value: 5 },
            { field: 'balance', op: 'gt', value: 0 },
          ],
        },
      ],
    },
  ],
])('as people shorten it: %s', (phrase, condition) => {
  expect(readPhrase(phrase, ru)).toEqual({ ok: true, value: condition });
});

test.each<[string, string, Record<string, string>]>([
  ['погода хорошая', 'field_not_understood', { words: 'погода хорошая' }],
  ['тикетоф за 30 дней больше 3', 'field_not_understood_like', { field: 'Тикетов' }],
  ['тикетов больше 3', 'window_not_understood', { field: 'Тикетов', words: 'больше 3' }],
  ['баланс хороший', 'question_not_understood', { field: 'Баланс', words: 'хороший' }],
  ['баланс больше многого', 'value_not_understood', { words: 'многого' }],
  ['состояние — «Где-то» и', 'field_not_understood', { words: '…' }],
  ['(баланс больше 0', 'bracket_open', {}],
  ['баланс больше 0 ура', 'words_left_over', { words: 'ура' }],
  ['(((((((((((((баланс больше 0', 'phrase_too_deep', {}],
])('what is not understood is said: %s', (phrase, code, params) => {
  const read = readPhrase(phrase, ru);
  expect(read.ok ? null : read.failure.code).toBe(`segments.${code}`);
  expect(read.ok ? null : (read.failure.params ?? {})).toMatchObject(params);
});

/** Any condition that a form could make. */
function anyTest({ key, type, choices, hasWindow }: Asked): fc.Arbitrary<Condition> {
  const one = oneOf(type, choices);
  const window = fc.constantFrom('30d', '1d', '365d', 'month', 'quarter', 'year', 'ever');
  return fc
    .tuple(
      fc.constantFrom(...operationsOf[type]),
      one,
      one,
      window,
      fc.integer({ min: 1, max: 99 }),
    )
    .map(([op, first, second, within, days]) => {
      const asked = { field: hasWindow ? `${key}@${within}` : key, op };
      if (op === 'empty' || op === 'not_empty' || op === 'today') return asked;
      if (op === 'in' || op === 'not_in') return { ...asked, value: [first, second] };
      if (op === 'between') return { ...asked, value: [first, second] };
      return { ...asked, value: op === 'last_days' || op === 'next_days' ? days : first };
    });
}

type One = Exclude<TestValue, unknown[]>;

function oneOf(type: FieldType, choices: Asked['choices']): fc.Arbitrary<One> {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  switch (type) {
    case 'number':
      return fc.integer({ min: -99_999, max: 99_999 }).map((whole) => whole / 100);
    case 'money':
      return fc.integer({ min: -9_999_999, max: 9_999_999 });
    case 'id':
      return fc.integer({ min: 1, max: 999_999 });
    case 'boolean':
      return fc.boolean();
    case 'date':
    case 'instant':
      return day;
    case 'choice':
      return fc.constantFrom(...(choices ?? []).map(({ value }) => value));
    default:
      return fc
        .string({
          unit: fc.constantFrom(...'аи «»“”"() или1|.—'.split('')),
          minLength: 1,
          maxLength: 12,
        })
        .map((text) => text.replaceAll(/\s+/g, ' ').trim())
        .filter((text) => text !== '');
  }
}

describe('any condition', () => {
  const leaf = fc.oneof(...fields.map(anyTest));
  const tree = fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf,
      fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
  })).any;
  test.each([
    ['ru', ru],
    ['en', en],
  ])('is understood as it was said: %s', (_, vocabulary) => {
    fc.assert(
      fc.property(tree, (condition) => {
        const said = sayCondition(condition, vocabulary);
        expect({ said, ...readPhrase(said, vocabulary) }).toEqual({
          said,
          ok: true,
          value: condition,
        });
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
