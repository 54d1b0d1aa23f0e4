import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { api as deskApi } from './conversations/api.ts';
import { ask, minute } from './conversations/testing/desk.ts';
import { api } from './subscribers/api.ts';
import { openScreens, until } from './testing/live-screen.ts';
import { signedIn } from './testing/staff.ts';
import { createWorld, type World } from './testing/world.ts';
import type { LiveNote } from './kernel/live/hub.ts';

let world: World;
let screens: Awaited<ReturnType<typeof openScreens>>;

beforeAll(async () => {
  world = await createWorld();
  screens = await openScreens(world);
});
afterEach(() => screens.closeAll());
afterAll(() => world.close());

const of = (notes: LiveNote[], type: string) => notes.filter((note) => note.type === type);

test('a screen hears what its permissions and their reach allow', async () => {
  const boss = await signedIn(world);
  const nobody = await signedIn(world, { permissions: [] });
  const own = await signedIn(world, { permissions: { 'subscribers.view': 'own' } });
  const call = world.via(api);
  const add = async (ownerStaffId: number | null) => {
    const person = { kind: 'person' as const, lastName: 'Звонов', firstName: 'Иван' };
    const { body } = await call('POST /api/subscribers', { ...person, ownerStaffId }, boss.as);
    return body.id;
  };
  const [theirs, foreign] = [await add(own.staffId), await add(null)];
  const { look } = screens;
  const open = [await look(boss), await look(nobody), await look(own)] as const;
  for (const id of [foreign, theirs]) {
    const said = { id, text: 'Звонил' };
    expect((await call('POST /api/subscribers/{id}/notes', said, boss.as)).status).toBe(201);
  }
  const [all, none, some] = open.map(({ notes }) => notes) as [LiveNote[], LiveNote[], LiveNote[]];
  await until(() => of(all, 'subscribers.noted').length === 2);
  await until(() => of(some, 'subscribers.noted').length === 1);
  expect(some.map(({ subjectId }) => subjectId)).toEqual([theirs]);
  expect(none).toEqual([]);
});

test('what passes into other hands is told without a word of what', async () => {
  const boss = await signedIn(world);
  const north = await signedIn(world, { role: 'agent', team: 'Север' });
  const south = await signedIn(world, { role: 'agent', team: 'Юг' });
  const id = await ask(world);
  world.clock.advance({ seconds: minute });
  const { look } = screens;
  const [mine, foreign] = [await look(north), await look(south)];
  const { version } = await world.ctx.db
    .selectFrom('conversations')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const given = { id, version, staffId: north.staffId };
  const call = world.via(deskApi);
  expect((await call('POST /api/conversations/{id}/assign', given, boss.as)).status).toBe(200);
  await until(() => of(mine.notes, 'conversations.assigned').length === 1);
  await until(() => of(foreign.notes, 'conversations.assigned').length === 1);
  expect(of(mine.notes, 'conversations.assigned')[0]?.subjectId).toBe(id);
  expect(of(foreign.notes, 'conversations.assigned')[0]).toMatchObject({
    subjectId: 0,
    subscriberId: null,
    facts: {},
  });
});

test('one person does not open streams without end', async () => {
  const { as } = await signedIn(world);
  const { look } = screens;
  const statuses: number[] = [];
  for (let at = 0; at < 21; at += 1) statuses.push((await look({ as })).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
  screens.closeAll();
  await until(() => (world.installation.operators[0]?.hub?.size ?? 0) <= 1);
  expect((await look({ as })).status).toBe(200);
});
