import { expect, test } from 'vitest';
import { changesBetween } from './card-fields.ts';
import type { Card } from './client.ts';

const card = (fields: Partial<Card>): Card =>
  ({ kind: 'person', note: '', attributes: {}, owner: null, team: null, ...fields }) as Card;

test('what a colleague changed is told whole: owner, team, kind and own fields too', () => {
  const before = card({ owner: { id: 1, name: 'Анна' }, attributes: { router: 'Лиман' } });
  const after = card({
    kind: 'organisation',
    owner: { id: 2, name: 'Вера' },
    team: { id: 5, name: 'Север' },
    attributes: { score: 4 },
  });
  expect(changesBetween(before, after)).toEqual([
    { field: 'kind', before: 'person', after: 'organisation' },
    { field: 'ownerStaffId', before: 'Анна', after: 'Вера' },
    { field: 'teamId', before: null, after: 'Север' },
    { field: 'attributes.router', before: 'Лиман', after: null },
    { field: 'attributes.score', before: null, after: 4 },
  ]);
});
