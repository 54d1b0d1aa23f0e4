import { expect, test } from 'vitest';
import { SubscriberFields } from '../../subscribers/api/record.ts';
import { readRecord } from './read-record.ts';
import type { RecordContext } from './reader.ts';

/** What a row of these cells says, and what it is told. */
function read(cells: Readonly<Record<string, string>>) {
  const columns = Object.keys(cells).map((target, index) => ({ target, index, name: target }));
  const context = { columns, key: 'externalId', city: '', country: 'RU' };
  const { record, warnings } = readRecord(
    Object.values(cells),
    1,
    context as unknown as RecordContext,
  );
  return { person: record?.person ?? {}, warnings };
}

const digits = (count: number) => '7'.repeat(count);

test.each([
  ['taxNumber', 30],
  ['externalId', 200],
  ['lastName', 200],
  ['note', 10_000],
])('%s is taken whole up to what a form takes, %i characters', (field, limit) => {
  const { person, warnings } = read({ externalId: 'K-1', [field]: digits(limit) });
  expect(person).toMatchObject({ [field]: digits(limit) });
  expect(warnings).toEqual([]);
  expect(SubscriberFields.partial().safeParse(person).success).toBe(true);
  const beyond = SubscriberFields.partial().safeParse({ [field]: digits(limit + 1) });
  expect(beyond.success).toBe(false);
});

test.each([
  ['taxNumber', 30],
  ['externalId', 200],
  ['lastName', 200],
])('%s beyond it is cut with a warning, and stands whole in the note', (field, limit) => {
  const { person, warnings } = read({ externalId: 'K-1', [field]: digits(limit + 1) });
  expect(person).toMatchObject({
    [field]: digits(limit),
    note: `${field}: ${digits(limit + 1)}`,
  });
  expect(warnings).toMatchObject([{ code: 'imports.value_cut', params: { column: field, limit } }]);
  expect(SubscriberFields.partial().safeParse(person).success).toBe(true);
});

test('a note that is too long is cut to what a form takes, and the row is told of', () => {
  const { person, warnings } = read({ externalId: 'K-1', note: digits(10_001) });
  expect(person.note).toBe(digits(10_000));
  expect(warnings).toEqual([{ code: 'imports.note_cut', params: { limit: 10_000 } }]);
  expect(SubscriberFields.partial().safeParse(person).success).toBe(true);
});
