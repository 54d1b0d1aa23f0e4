import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { firstAdministrator, type WithPassword } from '../testing/sign-in.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: WithPassword;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await firstAdministrator(world);
});
afterAll(() => world.close());

test('without a sign-in, or without the permission, nobody is invited', async () => {
  const person = { name: 'Олег', email: 'oleg@example.test', roleId: 1 };
  expect((await call('POST /api/staff', person)).status).toBe(401);
  const agent = await signedIn(world, { permissions: [] });
  expect((await call('POST /api/staff', person, agent.as)).status).toBe(403);
});

test('an e-mail belongs to one person, however it is written', async () => {
  const roleId = await agentRole();
  const person = { name: 'Олег', email: 'oleg@example.test', roleId };
  expect((await call('POST /api/staff', person, boss.as)).status).toBe(201);
  const twice = { ...person, email: ' OLEG@example.test ' };
  const refused = await call('POST /api/staff', twice, boss.as);
  expect(refused).toMatchObject({ status: 409, body: { code: 'staff.email_taken' } });
  expect(refused.body.fields?.['email']).toContain('почтой');
});

test('the role and the team must be there', async () => {
  const person = { name: 'Ия', email: 'iya@example.test', roleId: 999_999 };
  const noRole = await call('POST /api/staff', person, boss.as);
  expect(noRole).toMatchObject({ status: 404, body: { code: 'staff.role_not_found' } });
  const roleId = await agentRole();
  const noTeam = await call('POST /api/staff', { ...person, roleId, teamId: 999 }, boss.as);
  expect(noTeam).toMatchObject({ status: 404, body: { code: 'staff.team_not_found' } });
});

test('nobody invites somebody who may do more than they', async () => {
  const keeper = await signedIn(world, { permissions: ['staff.manage'] });
  const { roles } = (await call('GET /api/roles', {}, boss.as)).body;
  const roleId = roles.find(({ code }) => code === 'administrator')!.id;
  const person = { name: 'Я', email: 'me2@example.test', roleId };
  const refused = await call('POST /api/staff', person, keeper.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'staff.above_own_permissions' } });
});

test('who manages a team invites into it, and nowhere else', async () => {
  const lead = await signedIn(world, { permissions: { 'staff.manage': 'team' }, team: 'Юг' });
  const far = await signedIn(world, { permissions: [], team: 'Север' });
  const { roles } = (await call('GET /api/roles', {}, lead.as)).body;
  const empty = roles.find(({ permissions }) => Object.keys(permissions).length === 0);
  const roleId = empty?.id ?? 0;
  const invite = (email: string, teamId: number | null) =>
    call('POST /api/staff', { name: 'Ян', email, roleId, teamId }, lead.as);
  for (const teamId of [far.teamId, null]) {
    const refused = await invite('far@example.test', teamId);
    expect(refused).toMatchObject({ status: 403, body: { code: 'staff.out_of_reach' } });
  }
  expect((await invite('near@example.test', lead.teamId)).status).toBe(201);
});

test('the journal tells who invited, and keeps the name apart', async () => {
  const event = await world.ctx.db
    .selectFrom('events')
    .innerJoin('personalHistory', 'personalHistory.eventId', 'events.id')
    .select(['facts', 'details', 'actorStaffId'])
    .where('type', '=', 'staff.invited')
    .where('actorStaffId', '=', boss.id)
    .executeTakeFirstOrThrow();
  expect(event.details).toEqual({ name: 'Олег', email: 'oleg@example.test' });
  expect(JSON.stringify(event.facts)).not.toContain('oleg');
});

async function agentRole(): Promise<number> {
  const { roles } = (await call('GET /api/roles', {}, boss.as)).body;
  return roles.find(({ code }) => code === 'agent')!.id;
}
