import { expect, test } from 'vitest';
import { loadTexts } from '../../kernel/i18n/texts.ts';
import { sayReason } from './say-reason.ts';
import type { Choice } from './ways-to-take.ts';

const tariff = { name: 'Скорость 300', speedKbps: 300_000 } as Choice['tariff'];
const choice = {
  tariff,
  tvPackage: null,
  also: [] as Choice['also'],
  bundle: null,
  feeMinor: 70_000,
  isOverBudget: false,
} as Choice;
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

test('of a bundle it says what is in it, and what that would cost apart', () => {
  loadTexts(['sales']);
  const channels = { name: 'ТВ 180 каналов' } as Choice['tariff'];
  const bundle = { id: 1, name: 'Дом и ТВ', apartMinor: 95_000 };
  const together = { ...choice, tvPackage: channels, bundle, feeMinor: 85_000 };
  const watching = { ...needs, uses: ['tv' as const] };
  expect(plain(sayReason('ru', watching, together, 'RUB'))).toBe(
    'Для 3 человек и телевидения подойдёт пакет «Дом и ТВ» — «Скорость 300» и «ТВ 180 каналов»: ' +
      'до 300 Мбит/с за 850 ₽ в месяц, а порознь нужное вам стоило бы 950 ₽.',
  );
  expect(plain(sayReason('en', watching, together, 'RUB'))).toBe(
    'For 3 people and television, the bundle “Дом и ТВ” fits, “Скорость 300” and “ТВ 180 каналов”: ' +
      'up to 300 Mbit/s for ₽850 a month, while what you need would cost ₽950 apart.',
  );
  const dearer = { ...together, isOverBudget: true };
  expect(plain(sayReason('ru', watching, dearer, 'RUB'))).toContain('вместо 950 ₽ порознь');
});
