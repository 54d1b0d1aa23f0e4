import { afterAll, beforeAll, expect, test } from 'vitest';
import { emit } from '../kernel/events/journal.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await signedIn(world);
});
afterAll(() => world.close());

const typesOf = (lines: { type: string }[]): string[] => lines.map(({ type }) => type);

test('every change is told with who, what and to whom, names included', async () => {
  const { body } = await call('POST /api/teams', { name: 'Юг' }, boss.as);
  const audit = await call('GET /api/audit', { limit: 1 }, boss.as);
  expect(audit.body.lines).toMatchObject([
    {
      type: 'staff.team_created',
      actor: { kind: 'api_key', staffId: boss.staffId },
      subject: { kind: 'team', id: body.id, name: 'Юг' },
      subscriber: null,
      facts: { name: 'Юг' },
    },
  ]);
  expect(audit.body.lines[0]?.actor.name).toMatch(/^Сотрудник/);
});

test('reading the audit is itself in the audit', async () => {
  const audit = await call('GET /api/audit', { types: ['staff.audit_listed'] }, boss.as);
  expect(audit.body.lines[0]).toMatchObject({ subject: { id: boss.staffId } });
});

test('it is filtered by person, type, subject, subscriber and period', async () => {
  const other = await signedIn(world, { permissions: ['staff.teams'] });
  const { body: team } = await call('POST /api/teams', { name: 'Север' }, other.as);
  await call('PUT /api/teams/{id}', { id: team.id, name: 'Северо-запад' }, boss.as);
  const before = world.clock.now().toISOString();
  world.clock.advance({ seconds: 60 });
  const look = { type: 'subscribers.viewed', subject: { kind: 'subscriber', id: 7 } };
  await emit(world.ctx, { ...look, subscriberId: 7 });
  const read = async (filter: Parameters<typeof call<'GET /api/audit'>>[1]) =>
    (await call('GET /api/audit', filter, boss.as)).body.lines;

  const [latest] = await read({ staffId: other.staffId });
  expect(latest).toMatchObject({ type: 'staff.team_created', subject: { id: team.id } });
  const ofTeam = await read({ subjectKind: 'team', subjectId: team.id });
  expect(typesOf(ofTeam)).toEqual(['staff.team_changed', 'staff.team_created']);
  const looks = await read({ subscriberId: 7, types: ['subscribers.viewed'] });
  expect(looks).toMatchObject([
    { actor: { kind: 'system', staffId: null }, subscriber: { id: 7 } },
  ]);
  const late = await read({ from: before, types: ['staff.team_changed', 'subscribers.viewed'] });
  expect(typesOf(late)).toEqual(['subscribers.viewed', 'staff.team_changed']);
  expect(typesOf(await read({ to: before })).includes('staff.team_changed')).toBe(false);
});

test('pages follow one another without a gap or a repeat', async () => {
  const seen: number[] = [];
  let cursor: string | undefined;
  const filter = { types: ['staff.team_created', 'staff.team_changed', 'staff.invited'], limit: 2 };
  do {
    const { body } = await call('GET /api/audit', { ...filter, cursor }, boss.as);
    seen.push(...body.lines.map(({ id }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  const { body } = await call('GET /api/audit', { ...filter, limit: 200 }, boss.as);
  expect(seen).toEqual(body.lines.map(({ id }) => id));
  expect(seen.length).toBeGreaterThan(4);
  expect((await call('GET /api/audit', { cursor: 'xyz' }, boss.as)).status).toBe(422);
});

test('it takes the permission, which may reach only one’s own or one’s team’s deeds', async () => {
  const agent = await signedIn(world, { permissions: [] });
  expect((await call('GET /api/audit')).status).toBe(401);
  expect((await call('GET /api/audit', {}, agent.as)).status).toBe(403);
  expect((await call('GET /api/audit/types', {}, agent.as)).status).toBe(403);
  const permissions = { 'staff.audit': 'own', 'staff.teams': 'all' } as const;
  const own = await signedIn(world, { permissions, team: 'Восток' });
  const lead = await signedIn(world, { permissions: { 'staff.audit': 'team' }, team: 'Восток' });
  await call('POST /api/teams', { name: 'Остров' }, own.as);
  const staffOf = async ({ as }: SignedIn) =>
    new Set((await call('GET /api/audit', {}, as)).body.lines.map(({ actor }) => actor.staffId));
  expect(await staffOf(own)).toEqual(new Set([own.staffId]));
  await call('GET /api/audit', {}, lead.as);
  expect(await staffOf(lead)).toEqual(new Set([own.staffId, lead.staffId]));
});

test('types are listed once each', async () => {
  const { body } = await call('GET /api/audit/types', {}, boss.as);
  expect(body.types).toEqual([...new Set(body.types)].toSorted());
  expect(body.types).toContain('subscribers.viewed');
});
