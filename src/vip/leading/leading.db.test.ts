import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as conversationsApi } from '../../conversations/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { ask } from '../../testing/requests.ts';
import { signedIn } from '../../testing/staff.ts';
import type { As } from '../../testing/world.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
beforeAll(async () => {
  vip = await openVipWorld();
});
afterAll(() => vip.world.close());

/** Says that their screen is open and that they are ready. */
const beReady = (as: As) => vip.world.via(staffApi)('PUT /api/me/presence', { state: 'ready' }, as);

const dear = { mobile: [300_000] };

test('clients are led by load and character, and by the deputy while somebody is away', async () => {
  const first = await vip.leading(1, {}, 'Первая');
  const second = await vip.leading(5, {}, 'Вторая');
  const [a, b] = [
    await vip.client({ charged: dear }),
    await vip.client({ charged: { mobile: [400_000] } }),
  ];
  await vip.night();
  const led = async (id: number) => (await vip.show(id)).personalManager?.id;
  expect([await led(b.id), await led(a.id)]).toEqual([first.staffId, second.staffId]);

  const shown = await vip.show(a.id);
  const kind = { id: a.id, version: shown.version, temper: 'technical' } as const;
  const wrong = await vip.call('PUT /api/vip/{id}', { ...kind, personalManagerId: vip.me.staffId });
  expect(wrong.body.code).toBe('vip.no_such_personal_manager');
  const stranger = await signedIn(vip.world, { permissions: { 'vip.work': 'own' } });
  const foreign = await vip.call(
    'PUT /api/vip/{id}',
    { ...kind, personalManagerId: first.staffId },
    stranger.as,
  );
  expect(foreign.status).toBe(404);
  expect((await vip.call('GET /api/vip/{id}', { id: a.id }, stranger.as)).status).toBe(404);
  const seen = await vip.call('POST /api/vip/list', { columns: ['name'] }, stranger.as);
  expect(seen.body.rows).toEqual([]);
  expect((await vip.call('POST /api/vip/count', {}, stranger.as)).body.count).toBe(0);
  // Without the permission to export, nothing leaves by 'GET /api/vip/export' either.
  const query = { columns: ['name'] };
  const out = await vip.call('GET /api/vip/export', { query, format: 'csv' } as never, stranger.as);
  expect(out.status).toBe(403);

  // Who is of the programme no more has nobody to be led by, and takes nobody's room.
  const gone = await vip.client({ charged: dear });
  await vip.night();
  await sql`update subscriptions set monthly_fee_minor = 100000
    where account_id = ${gone.accountId}`.execute(vip.world.ctx.db);
  await sql`update vip_clients set state = 'former', tier = null where id = ${gone.id}`.execute(
    vip.world.ctx.db,
  );
  const { people } = (await vip.call('GET /api/vip-managers')).body;
  expect(people.map(({ clients }) => clients).toSorted((less, more) => less - more)).toEqual([
    1, 1,
  ]);
  await sql`update vip_clients set personal_manager_id = null, acting_id = null, team_id = null
    where id = ${gone.id}`.execute(vip.world.ctx.db);
  expect((await vip.call('GET /api/vip/{id}', { id: gone.id }, stranger.as)).status).toBe(404);
  expect((await vip.call('POST /api/vip/count', {}, stranger.as)).body.count).toBe(0);

  const { version } = people.find(({ staff }) => staff.id === second.staffId)!;
  const away = {
    staffId: second.staffId,
    version,
    deputyId: first.staffId,
    awayFrom: '2026-03-01',
    awayTo: '2026-03-05',
  };
  const own = await vip.call('PUT /api/vip-managers/{staffId}', {
    ...away,
    deputyId: second.staffId,
  });
  expect(own.body.code).toBe('vip.own_deputy');
  const half = await vip.call('PUT /api/vip-managers/{staffId}', { ...away, awayTo: null });
  expect(half.body.code).toBe('vip.wrong_period');
  expect((await vip.call('PUT /api/vip-managers/{staffId}', away)).status).toBe(200);
  expect(await vip.show(a.id)).toMatchObject({
    acting: { id: first.staffId },
    personalManager: { id: second.staffId },
  });
  expect((await vip.call('GET /api/vip/{id}', { id: a.id }, first.as)).status).toBe(200);
  vip.world.clock.advance({ seconds: 5 * 86_400 });
  await vip.night();
  expect(await vip.show(a.id)).toMatchObject({ acting: { id: second.staffId } });
  vip.world.clock.advance({ seconds: -5 * 86_400 });
});

test('what a client asks for is put before whoever leads them, and the exchange rings them', async () => {
  const leader = await vip.leading(500, {}, 'Третья');
  const phone = '+79135550101';
  const { id } = await vip.client({
    charged: dear,
    fields: { contacts: [{ kind: 'phone', value: phone }] },
  });
  await vip.night();
  const shown = await vip.show(id);
  await vip.call('PUT /api/vip/{id}', {
    id,
    version: shown.version,
    personalManagerId: leader.staffId,
    temper: null,
  });
  const other = await signedIn(vip.world, { role: 'agent', loadLimit: 9 });
  await beReady(other.as);
  vip.world.clock.advance({ seconds: 60 });
  await beReady(leader.as);
  const conversationId = await ask(vip.world, { phone });
  vip.world.clock.advance({ seconds: 1 });
  await vip.world.tick('conversations.offers');
  const offers = vip.world.via(conversationsApi);
  const offerTo = async (as: typeof other.as) =>
    (await offers('GET /api/conversations/offer', {}, as)).body.offer?.id ?? null;
  expect([await offerTo(leader.as), await offerTo(other.as)]).toEqual([conversationId, null]);

  await vip.world.ctx.db
    .updateTable('staff')
    .set({ extension: '104' })
    .where('id', '=', leader.staffId)
    .execute();
  const exchange = await signedIn(vip.world, { permissions: ['vip.ring'] });
  const ring = async (number: string) =>
    (await vip.call('GET /api/vip-ring', { phone: number }, exchange.as)).body;
  expect(await ring('8 913 555-01-01')).toEqual({ tier: 'profitable', extensions: ['104'] });
  expect(await ring('8 913 555-01-99')).toEqual({ tier: null, extensions: [] });
  expect(await ring('никто')).toEqual({ tier: null, extensions: [] });
});

test('a member is one still at once when they are merged into a candidate', async () => {
  const leader = await vip.leading(900, {}, 'Прежняя');
  const charged = dear;
  const one = await vip.client({ charged });
  const root = await vip.client({ charged, customerSince: '2026-02-01' });
  await vip.night();
  const { version } = await vip.show(one.id);
  const led = {
    id: one.id,
    version,
    personalManagerId: leader.staffId,
    temper: 'friendly',
  } as const;
  await vip.call('PUT /api/vip/{id}', led);
  expect(await vip.show(root.id)).toMatchObject({ state: 'candidate', personalManager: null });
  await vip.world.hear();
  const merge = { id: root.id, fromId: one.id, take: [] };
  const done = await vip.world.via(subscribersApi)(
    'POST /api/subscribers/{id}/merge',
    merge,
    vip.me.as,
  );
  expect(done.status).toBe(200);
  await vip.world.hear();
  const kept = {
    state: 'member',
    tier: 'profitable',
    dropsOn: null,
    acting: { id: leader.staffId },
    temper: 'friendly',
  };
  expect(await vip.show(root.id)).toMatchObject(kept);
  await vip.night();
  expect(await vip.show(root.id)).toMatchObject({ ...kept, withUsSince: '2024-01-01' });
  const { rows } = await sql`select from events
    where type = 'vip.admitted' and subject_id = ${root.id}`.execute(vip.world.ctx.db);
  expect(rows).toEqual([]);
});

test('a calendar reads the days by a secret link, until it is taken back', async () => {
  const leader = await vip.leading(900, {}, 'Календарная');
  const { id } = await vip.client({
    charged: dear,
    fields: { birthOn: '1985-08-09', lastName: 'Календарёв' },
  });
  await vip.night();
  const { version } = await vip.show(id);
  await vip.call('PUT /api/vip/{id}', {
    id,
    version,
    personalManagerId: leader.staffId,
    temper: null,
  });
  const made = await vip.call('POST /api/vip-feed', {}, leader.as);
  const read = (path: string) => vip.world.request({ method: 'GET', url: path });
  const { statusCode, body, headers } = await read(made.body.path);
  expect([statusCode, String(headers['content-type'])]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  expect(body).toContain('DTSTART;VALUE=DATE:20260809');
  expect(body).toContain('Календарёв');
  const noted = { id, kind: 'company', month: 3, day: 4, note: 'Любит сюрпризы' } as const;
  await vip.call('POST /api/vip/{id}/occasions', noted);
  const deputy = await vip.leading(1, {}, 'Заместитель');
  const { people } = (await vip.call('GET /api/vip-managers')).body;
  const { version: seen } = people.find(({ staff }) => staff.id === leader.staffId)!;
  await vip.call('PUT /api/vip-managers/{staffId}', {
    staffId: leader.staffId,
    version: seen,
    mostClients: 900,
    deputyId: deputy.staffId,
    awayFrom: '2026-03-01',
    awayTo: '2026-03-05',
  });
  const theirs = (await vip.call('POST /api/vip-feed', {}, deputy.as)).body.path;
  const { body: lent } = await read(theirs);
  expect(lent).toContain('DTSTART;VALUE=DATE:20260304');
  expect(lent).not.toContain('DTSTART;VALUE=DATE:20260809');
  expect(lent).not.toContain('DESCRIPTION');
  const secret = 'x'.repeat(32);
  expect((await vip.call('GET /api/public/vip-feed/{secret}', { secret })).status).toBe(404);
  await vip.call('DELETE /api/vip-feed', {}, leader.as);
  expect((await read(made.body.path)).statusCode).toBe(404);
});

test('who is set apart from another has their own manager and temper again', async () => {
  const led = [await vip.leading(900, {}, 'Первая'), await vip.leading(900, {}, 'Вторая')];
  const [one, root, plain] = [
    await vip.client({ charged: { mobile: [300_000] } }),
    await vip.client({ charged: { mobile: [210_000] } }),
    await vip.add(),
  ];
  await vip.night();
  const { version } = await vip.show(one.id);
  const personalManagerId = led[1]!.staffId;
  await vip.call('PUT /api/vip/{id}', {
    id: one.id,
    version,
    personalManagerId,
    temper: 'technical',
  });
  const merging = vip.world.via(subscribersApi);
  await vip.world.hear();
  for (const id of [root.id, plain]) {
    const into = { id, fromId: one.id };
    const { body } = await merging('POST /api/subscribers/{id}/merge', into, vip.me.as);
    await vip.world.hear();
    const joined = { id, state: 'member', temper: 'technical' };
    expect(await vip.show(one.id)).toMatchObject(joined);
    const undo = { mergeId: body.mergeId };
    await merging('POST /api/subscribers/merges/{mergeId}/undo', undo, vip.me.as);
    await vip.world.hear();
    expect(await vip.show(one.id)).toMatchObject({
      id: one.id,
      state: 'member',
      temper: 'technical',
      personalManager: { id: personalManagerId },
    });
  }
  expect(await vip.show(root.id)).toMatchObject({
    state: 'candidate',
    tier: null,
    temper: null,
    personalManager: null,
    dropsOn: null,
  });
  expect((await vip.call('GET /api/vip/{id}', { id: plain })).status).toBe(404);
});

test('of two merged into one who was no client, each set apart has their own again', async () => {
  const first = await vip.leading(900, {}, 'Третья');
  const [a, c] = [
    await vip.client({ charged: { mobile: [300_000] } }),
    await vip.client({ charged: { mobile: [210_000] } }),
  ];
  const plain = await vip.add();
  await vip.night();
  const { version } = await vip.show(a.id);
  const led = { personalManagerId: first.staffId, temper: 'technical' as const };
  await vip.call('PUT /api/vip/{id}', { id: a.id, version, ...led });
  await vip.world.hear();
  const merging = vip.world.via(subscribersApi);
  const merges = [];
  for (const { id: fromId } of [a, c]) {
    const into = { id: plain, fromId };
    const { body } = await merging('POST /api/subscribers/{id}/merge', into, vip.me.as);
    merges.push(body.mergeId);
    await vip.world.hear();
  }
  const setApart = async (mergeId: number) => {
    const undo = 'POST /api/subscribers/merges/{mergeId}/undo';
    const { body } = await merging(undo, { mergeId }, vip.me.as);
    expect(body).not.toHaveProperty('code');
    await vip.world.hear();
  };
  const [mergeOfA = 0, mergeOfC = 0] = merges;
  await setApart(mergeOfA);
  const own = { state: 'member', temper: 'technical', personalManager: { id: first.staffId } };
  expect(await vip.show(a.id)).toMatchObject({ id: a.id, ...own });
  // Whoever is left in the other is a client there, and by what is theirs alone.
  const rest = { state: 'candidate', tier: null, temper: null, personalManager: null };
  expect(await vip.show(c.id)).toMatchObject({ id: plain, ...rest });
  await setApart(mergeOfC);
  expect(await vip.show(c.id)).toMatchObject({ id: c.id, ...rest });
  expect((await vip.call('GET /api/vip/{id}', { id: plain })).status).toBe(404);
});
