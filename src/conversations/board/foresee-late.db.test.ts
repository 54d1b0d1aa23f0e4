import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the board tells what nobody will touch in time at the pace of the last hour', async () => {
  const call = world.via(api);
  const agent = await readyAgent(world, { role: 'agent', team: 'Север' });
  const supervisor = await signedIn(world, {
    permissions: { 'conversations.assign': 'all' },
  });
  const foresight = async (who = supervisor) =>
    (await call('GET /api/board', {}, who.as)).body.foresight;
  const idle = { waiting: 0, late: 0, free: 1, busy: 0, basis: 'none', rows: [] };
  expect(await foresight()).toMatchObject(idle);

  // Five are called in a row, half a minute each.
  for (let done = 0; done < 5; done += 1) {
    const id = await ask(world);
    await call('POST /api/conversations/{id}/take', { id }, agent.as);
    await call('POST /api/conversations/{id}/calls', { id }, agent.as);
    world.clock.advance({ seconds: 30 });
    const { version } = (await call('GET /api/conversations/{id}', { id }, agent.as)).body;
    const told = { id, version, outcome: 'reached' } as const;
    const { status } = await call('POST /api/conversations/{id}/outcome', told, agent.as);
    expect(status).toBe(200);
  }
  await pass(world, 1);
  expect(await foresight()).toMatchObject({ ...idle, basis: 'hour', touchSeconds: 30 });

  // Three come at once with a minute each: the third has its turn at the very end of its norm.
  const asked = [await ask(world), await ask(world), await ask(world), await ask(world)];
  const told = await foresight();
  expect(told).toMatchObject({ waiting: 4, late: 1, free: 1 });
  expect(told.rows).toMatchObject([{ id: asked[3], owner: null }]);
  const [row] = told.rows;
  const untilTouch = Date.parse(row!.touchAt!) - Date.parse(row!.touchDueAt);
  expect(untilTouch).toBe((90 - minute) * 1000);

  // A second later the third is late as well. Taken, the first is what the agent sees to first.
  await pass(world, 1);
  expect(await foresight()).toMatchObject({ waiting: 4, late: 2, free: 1, busy: 0 });
  await call('POST /api/conversations/{id}/take', { id: asked[0]! }, agent.as);
  expect(await foresight()).toMatchObject({ waiting: 3, late: 2, free: 0, busy: 1 });

  // Who gives work elsewhere is told of what they may give, at the pace of all.
  const southern = { 'conversations.assign': 'team' } as const;
  const other = await signedIn(world, { permissions: southern, team: 'Юг' });
  const last = { teamId: agent.teamId };
  await world.ctx.db.updateTable('conversations').set(last).where('id', '=', asked[3]!).execute();
  expect(await foresight(other)).toMatchObject({ waiting: 2, late: 1, rows: [{ id: asked[2] }] });
});
