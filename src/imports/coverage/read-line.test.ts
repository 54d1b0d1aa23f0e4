import { expect, test } from 'vitest';
import { readSpeed, readTechnology } from './read-line.ts';

test.each([
  ['GPON', 'ftth'],
  ['оптика до квартиры', 'ftth'],
  ['FTTB', 'ethernet'],
  ['Витая пара', 'ethernet'],
  ['DOCSIS 3.0', 'docsis'],
  ['ADSL', 'dsl'],
  ['Wi-Fi 5 ГГц', 'wireless'],
  ['голуби', null],
])('%s is %s', (words, technology) => {
  expect(readTechnology(words)).toBe(technology);
});

test.each([
  ['Скорость', '300', 300_000],
  ['Скорость, Мбит/с', '100', 100_000],
  ['Скорость, Гбит/с', '1', 1_000_000],
  ['Speed (kbit/s)', '512', 512],
  ['Скорость', '1 Гбит/с', 1_000_000],
  ['Скорость', '2,5 Gbit/s', 2_500_000],
  ['Скорость', '0', null],
  ['Скорость', 'быстро', null],
  ['Скорость', '100 яблок', null],
])('%s of %s is %s kbit/s', (name, value, kbps) => {
  expect(readSpeed(value, { name, decimal: ',' })).toBe(kbps);
});
