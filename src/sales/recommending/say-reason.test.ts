import { expect, test } from 'vitest';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import type { Choice } from './recommend.ts';
import { sayReason } from './say-reason.ts';

const tariff = { name: 'Скорость 300', speedKbps: 300_000 } as Choice['tariff'];
const choice = { tariff, tvPackage: null, feeMinor: 70_000, isOverBudget: false } as Choice;
const uses = ['video' as const, 'work' as const];
const needs = { people: 3, devices: 6, uses, speedNowKbps: null, budgetMinor: null };
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('why it is this one is a sentence to be read aloud, in both languages', () => {
  loadTexts(['sales']);
  expect(plain(sayReason('ru', needs, choice, 'RUB'))).toBe(
    'Для 3 человек, фильмов в 4K и работы из дома подойдёт «Скорость 300»: ' +
      'до 300 Мбит/с за 700 ₽ в месяц.',
  );
  expect(plain(sayReason('en', needs, choice, 'RUB'))).toBe(
    'For 3 people, films in 4K, and work from home, “Скорость 300” fits: ' +
      'up to 300 Mbit/s for ₽700 a month.',
  );
  const dearer = { ...choice, isOverBudget: true };
  expect(sayReason('ru', needs, dearer, 'RUB')).toContain('дороже, чем вы назвали');
});
