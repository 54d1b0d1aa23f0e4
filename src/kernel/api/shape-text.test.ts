import { expect, test } from 'vitest';
import { z } from 'zod';
import { shapeText, type Schema } from './shape-text.ts';

const textOf = (type: z.ZodType): string =>
  shapeText(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema);

test.each<[string, z.ZodType]>([
  [
    '{ id: integer, name?: string 1…200 }',
    z.object({ id: z.int(), name: z.string().min(1).max(200).optional() }),
  ],
  ['"asc" | "desc"', z.enum(['asc', 'desc'])],
  ['("a" | "b")[]', z.array(z.enum(['a', 'b']))],
  ['string | null', z.string().nullable()],
  ['{ [key]: number }', z.record(z.string(), z.number())],
  ['date-time', z.iso.datetime()],
  ['true', z.literal(true)],
])('%s', (text, type) => {
  expect(textOf(type)).toBe(text);
});

test('what does not fit a line stands in several', () => {
  const person = z.object({ displayName: z.string(), phone: z.string(), address: z.string() });
  expect(textOf(z.object({ rows: z.array(person), nextCursor: z.string().nullable() }))).toBe(
    [
      '{',
      '  rows: { displayName: string, phone: string, address: string }[]',
      '  nextCursor: string | null',
      '}',
    ].join('\n'),
  );
});
