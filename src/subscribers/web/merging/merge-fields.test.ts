import { describe, expect, test } from 'vitest';
import type { Card } from '../client.ts';
import { mergeRows, usualChoice } from './merge-fields.ts';

const card = (fields: Partial<Card>): Card =>
  ({ displayName: '', note: '', attributes: {}, owner: null, team: null, ...fields }) as Card;

describe('fields of two who are merged', () => {
  const into = card({ displayName: 'Котова А.', note: 'а', attributes: { plan: 'home' } });
  const from = card({
    displayName: 'Котова Анна',
    note: 'а',
    birthOn: '1988-04-12',
    attributes: { plan: 'home', speed: 100 },
    owner: { id: 7, name: 'Лебедева Ирина' },
  });
  const rows = mergeRows(into, from);

  test('those that differ stand first, empty ones nowhere', () => {
    expect(rows.map((row) => [row.field, row.isSame])).toEqual([
      ['displayName', false],
      ['birthOn', false],
      ['ownerStaffId', false],
      ['attributes.speed', false],
      ['note', true],
      ['attributes.plan', true],
    ]);
  });

  test('the parts of a name are taken together', () => {
    expect(rows[0]?.takes).toEqual(['displayName', 'lastName', 'firstName', 'middleName']);
  });

  test('what only the other one has is taken unless somebody decides otherwise', () => {
    expect([...usualChoice(rows)]).toEqual(['birthOn', 'ownerStaffId', 'attributes.speed']);
  });
});
