import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { showInTimeZone } from '../format.ts';
import { keepLanguage } from '../language.ts';
import { textIn } from '../texts.ts';
import en from '../texts/en.json' with { type: 'json' };
import ru from '../texts/ru.json' with { type: 'json' };
import type { Condition, Field } from './contract.ts';
import { sentenceOf, wordsOf } from './words.ts';

const able = { sortable: true, filterable: true, groupable: true, isFast: true };
const fields: Field[] = [
  { key: 'tariff', type: 'choice', choices: [{ value: 'home' }, { value: 'x' }], ...able },
  { key: 'city', type: 'choice', choices: [{ value: '7', label: 'Омск' }], ...able },
  { key: 'balance', type: 'money', ...able },
  { key: 'since', type: 'date', ...able },
  { key: 'seenAt', type: 'instant', ...able },
  { key: 'isVip', type: 'boolean', ...able },
  { key: 'phone', type: 'phone', ...able },
  { key: 'custom.7', type: 'text', label: 'Цвет двери', ...able },
];
const people = {
  fields: {
    tariff: 'Тариф',
    city: 'Город',
    balance: 'Баланс',
    since: 'Абонент с',
    seenAt: 'Контакт',
    isVip: 'VIP',
    phone: 'Телефон',
  },
  choices: { tariff: { home: 'Домашний' } },
};

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const say = (condition: Condition): string => {
  const t = textIn('ui');
  return plain(sentenceOf(condition, wordsOf(fields, 'people', 'RUB', t), t));
};

beforeAll(async () => {
  showInTimeZone('Asia/Omsk');
  keepLanguage('ru');
  await i18next.init({
    lng: 'ru',
    defaultNS: 'ui',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { ru: { ui: ru, people }, en: { ui: en, people } },
  });
});

describe('a condition reads as a sentence', () => {
  test.each<[Condition, string]>([
    [{ field: 'tariff', op: 'in', value: ['home', 'x'] }, 'Тариф: Домашний или x'],
    [{ field: 'city', op: 'not_in', value: ['7'] }, 'Город: кроме Омск'],
    [{ field: 'balance', op: 'between', value: [-5000, 100050] }, 'Баланс: от −50 ₽ до 1 000,50 ₽'],
    [{ field: 'since', op: 'gte', value: '2024-01-31' }, 'Абонент с: от 31.01.2024'],
    [{ field: 'seenAt', op: 'last_days', value: 1 }, 'Контакт: за последний день'],
    [{ field: 'seenAt', op: 'last_days', value: 3 }, 'Контакт: за последние 3 дня'],
    [{ field: 'seenAt', op: 'last_days', value: 30 }, 'Контакт: за последние 30 дней'],
    [{ field: 'seenAt', op: 'today' }, 'Контакт: сегодня'],
    [{ field: 'seenAt', op: 'next_days', value: 3 }, 'Контакт: ближайшие 3 дня'],
    [{ field: 'isVip', op: 'is', value: true }, 'VIP: да'],
    [{ field: 'phone', op: 'empty' }, 'Телефон: не указано'],
    [{ field: 'phone', op: 'is', value: '+79123456789' }, 'Телефон: +7 912 345-67-89'],
    [{ field: 'custom.7', op: 'contains', value: 'син' }, 'Цвет двери содержит «син»'],
    [
      {
        any: [
          { field: 'isVip', op: 'is', value: false },
          { field: 'phone', op: 'not_empty' },
        ],
      },
      'VIP: нет или Телефон: указано',
    ],
    [{ not: { field: 'isVip', op: 'is', value: true } }, 'кроме тех, у кого VIP: да'],
    [
      {
        all: [{ field: 'isVip', op: 'is', value: true }, { not: { field: 'phone', op: 'empty' } }],
      },
      'VIP: да и кроме тех, у кого Телефон: не указано',
    ],
  ])('%j', (condition, expected) => {
    expect(say(condition)).toBe(expected);
  });

  test('in English too', async () => {
    keepLanguage('en');
    await i18next.changeLanguage('en');
    expect(say({ field: 'seenAt', op: 'last_days', value: 30 })).toBe(
      'Контакт: in the last 30 days',
    );
  });
});
