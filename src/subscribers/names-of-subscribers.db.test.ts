import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../staff/api.ts';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the audit calls subscribers by their names', async () => {
  const { as } = await signedIn(world);
  const made = await world.via(api)(
    'POST /api/subscribers',
    { kind: 'person', lastName: 'Рябинина', firstName: 'Ольга' },
    as,
  );
  const audit = await world.via(staffApi)('GET /api/audit', { subscriberId: made.body.id }, as);
  expect(audit.body.lines[0]?.subscriber).toEqual({ id: made.body.id, name: 'Рябинина Ольга' });
});
