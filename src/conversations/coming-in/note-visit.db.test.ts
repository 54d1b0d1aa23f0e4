import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let admin: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  admin = await signedIn(world);
});
afterAll(() => world.close());

const on = () => world.via(api);
const visit = (more: object, who = admin) =>
  on()('POST /api/conversations/visits', { wanted: 'Расторгнуть договор', ...more }, who.as);
const open = async (id: number) =>
  (await on()('GET /api/conversations/{id}', { id }, admin.as)).body;

test('a visitor is with whoever writes it down, touched at once, and is closed without a call', async () => {
  const made = await visit({ name: 'Олег', phone: '8 913 111-22-33' });
  expect(made.status).toBe(201);
  const { id, version } = made.body;
  expect(await open(id)).toMatchObject({
    channel: 'office',
    who: 'Олег',
    phone: '+79131112233',
    preview: 'Расторгнуть договор',
    owner: { id: admin.staffId },
    touchSeconds: 0,
  });
  const closed = await on()('POST /api/conversations/{id}/close', { id, version }, admin.as);
  expect(closed.status).toBe(200);
  expect((await open(id)).closedOutcome).toBe('answered');
});

test('a phone that is none is told, and no phone is needed', async () => {
  expect((await visit({ phone: '12' })).body.fields).toHaveProperty('phone');
  expect((await visit({ name: 'Пётр' })).status).toBe(201);
  expect((await visit({ wanted: ' ' })).status).toBe(422);
});

test('one names a subscriber whom one may see', async () => {
  const person = { kind: 'person', lastName: 'Котова', firstName: 'Анна' } as const;
  const { body } = await world.via(subscribersApi)('POST /api/subscribers', person, admin.as);
  const permissions = { 'conversations.work': 'own', 'subscribers.view': 'own' } as const;
  const narrow = await signedIn(world, { permissions });
  const refused = await visit({ subscriberId: body.id }, narrow);
  expect(refused.body.code).toBe('conversations.no_such_subscriber');
  const made = await visit({ subscriberId: body.id });
  expect(await open(made.body.id)).toMatchObject({ subscriberId: body.id, who: 'Котова Анна' });
});
