import { beforeEach, describe, expect, test } from 'vitest';
import {
  dayOf,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPhone,
  formatRelative,
  showInTimeZone,
} from './format.ts';
import { keepLanguage } from './language.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('formats', () => {
  beforeEach(() => {
    keepLanguage('ru');
    showInTimeZone('Asia/Yekaterinburg');
  });

  test.each([
    [124000, 'RUB', '1 240 ₽'],
    [124050, 'RUB', '1 240,50 ₽'],
    [-5, 'RUB', '−0,05 ₽'],
    [500, 'JPY', '500 ¥'],
    [0, 'EUR', '0 €'],
  ])('%i minor units of %s', (amountMinor, currency, expected) => {
    expect(plain(formatMoney(amountMinor, currency))).toBe(expected);
  });

  test('numbers and sums follow the language', () => {
    keepLanguage('en');
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect(formatMoney(124050, 'EUR')).toBe('€1,240.50');
  });

  test('an instant is shown in the time zone of the operator', () => {
    expect(formatInstant('2026-03-08T20:30:00Z')).toBe('09.03.2026, 01:30');
    expect(dayOf('2026-03-08T20:30:00Z')).toBe('2026-03-09');
  });

  test('a calendar day never shifts, whatever the time zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      showInTimeZone(zone);
      expect(formatDay('2026-01-01')).toBe('01.01.2026');
    }
  });

  const now = Date.parse('2026-03-08T12:00:00Z');
  test.each([
    ['2026-03-08T11:59:30Z', 'сейчас'],
    ['2026-03-08T11:55:00Z', '5 мин назад'],
    ['2026-03-08T14:00:00Z', 'через 2 ч'],
    ['2026-03-07T12:00:00Z', 'вчера'],
    ['2026-03-03T11:00:00Z', '5 дн. назад'],
    // Less than two days, but the day before yesterday where the operator is.
    ['2026-03-06T17:30:00Z', 'позавчера'],
    ['2024-03-08T12:00:00Z', '2 г. назад'],
  ])('%s is %s', (at, expected) => {
    expect(plain(formatRelative(at, now)).replace('мин.', 'мин').replace('ч.', 'ч')).toBe(expected);
  });

  test.each([
    [45, '0:45'],
    [0.4, '0:00'],
    [-0.4, '0:00'],
    [-61, '−1:01'],
    [3750, '1:02:30'],
  ])('%d seconds count as %s', (seconds, expected) => {
    expect(formatCount(seconds)).toBe(expected);
  });

  test.each([
    [0, '0 с'],
    [15, '15 с'],
    [60, '1 мин'],
    [752.4, '12 мин 32 с'],
    [3600, '1 ч'],
    [3905, '1 ч 5 мин 5 с'],
  ])('%d seconds last %s', (seconds, expected) => {
    expect(plain(formatDuration(seconds))).toBe(expected);
  });

  test.each([
    ['+79123456789', '+7 912 345-67-89'],
    ['+375291234567', '+375 29 123-45-67'],
    ['+14155550123', '+14155550123'],
  ])('%s reads %s', (phone, expected) => {
    expect(formatPhone(phone)).toBe(expected);
  });
});
