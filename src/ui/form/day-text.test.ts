import { expect, test } from 'vitest';
import { parseDay, parseDayLeft } from './day-text.ts';

test.each([
  ['24.06.2024', '2024-06-24'],
  ['1.2.2024', '2024-02-01'],
  ['24/6/2024', '2024-06-24'],
  [' 24 06 2024 ', '2024-06-24'],
  ['24062024', '2024-06-24'],
  ['2024-06-24', '2024-06-24'],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2023', null],
  ['31.04.2024', null],
  ['24.13.2024', null],
  ['24.06.20', null],
  ['24.06', null],
  ['вчера', null],
  ['', null],
])('«%s» is read as %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each([
  ['24.6.85', '1985-06-24'],
  ['1.1.30', '2030-01-01'],
  ['1.1.37', '1937-01-01'],
  ['24.06.2024', '2024-06-24'],
  ['31.2.24', null],
])('«%s» is read as %s when the field is left in 2026', (text, day) => {
  expect(parseDayLeft(text, 2026)).toBe(day);
});
