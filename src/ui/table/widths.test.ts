import { expect, test } from 'vitest';
import type { Field } from './contract.ts';
import { naturalWidth } from './widths.ts';

const field = (type: Field['type']): Field => ({
  key: 'x',
  type,
  sortable: true,
  filterable: true,
  groupable: false,
  isFast: true,
});
const words = { label: () => 'Поле', value: (_: string, value: unknown) => String(value) };
const rowsOf = (...values: (string | null)[]) =>
  values.map((value, id) => ({ id, cells: { x: value } }));

test('texts take the room that most of them want', () => {
  const short = naturalWidth(field('text'), words, rowsOf('40000140', '40000604'), false);
  const long = naturalWidth(field('text'), words, rowsOf('Томск, ул. Речная, д. 5, кв. 12'), false);
  expect(short).toBeLessThan(120);
  expect(long).toBeGreaterThan(220);
});

test('one long name among many does not widen the column', () => {
  const values = Array.from({ length: 40 }, () => 'Анна');
  const width = naturalWidth(field('text'), words, rowsOf(...values, 'а'.repeat(90)), false);
  expect(width).toBeLessThan(120);
});

test('a choice is seen whole', () => {
  const width = naturalWidth(field('choice'), words, rowsOf('Низкая скорость, обрывы'), false);
  expect(width).toBeGreaterThan(160);
  expect(naturalWidth(field('choice'), words, rowsOf('Да'), false)).toBe(128);
});

test('a column in which nothing stands takes no more than its name', () => {
  expect(naturalWidth(field('choice'), words, rowsOf(null, ''), false)).toBeLessThan(80);
});

test('nothing read yet, and types of one length, go by the type', () => {
  expect(naturalWidth(field('text'), words, [], true)).toBe(260);
  expect(naturalWidth(field('phone'), words, rowsOf('+79990000000'), false)).toBe(152);
});

test('a heading is seen whole', () => {
  const wordy = { ...words, label: () => 'Последнее обращение' };
  expect(naturalWidth(field('date'), wordy, [], false)).toBeGreaterThan(160);
});
