import { expect, test } from 'vitest';
import { readBytes, readSeconds } from './read-amount.ts';

const column = (name: string) => ({ name, decimal: ',' as const });

test.each([
  ['Трафик', '1536', 1536],
  ['Трафик', '18446744073', 18_446_744_073],
  ['Octets', '1 234 567', 1_234_567],
  ['Трафик', '1,5 ГБ', 1_500_000_000],
  ['Трафик', '2 GiB', 2_147_483_648],
  ['Трафик, МБ', '10', 10_000_000],
  ['Traffic (GB)', '0,25', 250_000_000],
  ['Трафик, МБ', '10 КБ', 10_000],
  ['Трафик', '0', 0],
  ['Трафик', '-5', null],
  ['Трафик', 'много', null],
  ['Трафик', '12 яблок', null],
  ['Трафик', '', null],
  ['Трафик', '99999999999999999999', null],
])('%s of %s is %s bytes', (name, value, bytes) => {
  expect(readBytes(value, column(name))).toBe(bytes);
});

test.each([
  ['Длительность', '3600', 3600],
  ['Длительность', '1:02:03', 3723],
  ['Длительность', '125:00:00', 450_000],
  ['Длительность', '05:30', 330],
  ['Минут', '2', 2],
  ['Длительность, мин', '2', 120],
  ['Время', '1,5 ч', 5400],
  ['Время', '1:99:00', null],
])('%s of %s is %s seconds', (name, value, seconds) => {
  expect(readSeconds(value, column(name))).toBe(seconds);
});
