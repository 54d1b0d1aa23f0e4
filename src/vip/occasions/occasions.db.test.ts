import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
beforeAll(async () => {
  vip = await openVipWorld();
});
afterAll(() => vip.world.close());

const dear = { mobile: [300_000] };
const company = (name: string) => ({ kind: 'organisation', displayName: name });
const days = async (from: string, to: string, as = vip.me.as) =>
  (await vip.call('GET /api/vip-occasions', { from, to }, as)).body.occasions;
const ofClient = async (id: number) => (await vip.call('GET /api/vip/{id}/occasions', { id })).body;
const person = (id: number, name: string, role: string, birthOn: string | null = null) =>
  vip.world.via(subscribersApi)(
    'POST /api/subscribers/{id}/contact-persons',
    { id, name, role, birthOn } as never,
    vip.me.as,
  );
const note = (id: number, more: object) =>
  vip.call('POST /api/vip/{id}/occasions', { id, kind: 'company', month: 4, day: 5, ...more });

describe('days of a client', () => {
  test('are prompted for until they are known, and come from records too', async () => {
    const { id } = await vip.client({
      charged: dear,
      fields: {
        ...company('ООО «Весна»'),
      },
    });
    await person(id, 'Иван Директор', 'head', '1980-02-29');
    await person(id, 'Анна Бухгалтер', 'accountant');
    await vip.night();
    const before = await ofClient(id);
    expect(before).toMatchObject({ missing: ['contact', 'company'] });
    expect(before.occasions).toMatchObject([
      { kind: 'head', name: 'Иван Директор', id: null, month: 2, day: 29, on: '2027-02-28' },
    ]);
    expect(await days('2028-02-01', '2028-03-01')).toMatchObject([{ on: '2028-02-29' }]);
    const anna = before.contactPersons.find(({ name }) => name === 'Анна Бухгалтер')!;
    const born = { kind: 'contact', month: 6, day: 1, contactPersonId: anna.id } as const;
    const made = await note(id, born);
    expect(made.status).toBe(201);
    expect((await note(id, born)).body.code).toBe('vip.day_stands');
    await note(id, { kind: 'company', month: 10, day: 3, year: 1998 });
    const after = await ofClient(id);
    expect(after.missing).toEqual([]);
    expect(after.occasions).toMatchObject([
      {
        kind: 'contact',
        name: 'Анна Бухгалтер',
        year: null,
        on: '2026-06-01',
        key: `p${String(anna.id)}`,
      },
      { kind: 'company', year: 1998, on: '2026-10-03' },
      { kind: 'head' },
    ]);
    // Who works there no more is greeted no more.
    await sql`update contact_persons set removed_at = now() where id = ${anna.id}`.execute(
      vip.world.ctx.db,
    );
    expect((await ofClient(id)).missing).toEqual(['contact']);
  });

  test('are days of a calendar, and of their own people', async () => {
    const { id } = await vip.client({ charged: dear, fields: { birthOn: '1990-05-20' } });
    const other = await vip.client({
      charged: dear,
    });
    await person(other.id, 'Чужой', 'other');
    await vip.night();
    const [foreign] = (await ofClient(other.id)).contactPersons;
    const refused = async (more: object) => (await note(id, more)).body.code;
    expect([
      await refused({ month: 2, day: 30 }),
      await refused({ month: 2, day: 29, year: 2023 }),
      await refused({ kind: 'other' }),
      await refused({ kind: 'contact', contactPersonId: foreign!.id }),
    ]).toEqual(['vip.no_such_day', 'vip.no_such_day', 'vip.name_needed', 'vip.no_such_contact']);
    expect(await ofClient(id)).toMatchObject({
      missing: [],
      occasions: [{ kind: 'own', key: 's' }],
    });
    const own = (await note(id, { kind: 'own', month: 5, day: 21 })).body;
    expect((await ofClient(id)).occasions).toMatchObject([{ key: 's', day: 21, id: own.id }]);
    const change = { id: own.id, version: 1, kind: 'own', month: 5, day: 22 } as const;
    expect((await vip.call('PUT /api/vip-occasions/{id}', change)).status).toBe(200);
    expect((await vip.call('PUT /api/vip-occasions/{id}', change)).body.code).toBe(
      'vip.changed_meanwhile',
    );
    const stranger = await signedIn(vip.world, { permissions: { 'vip.work': 'own' } });
    await vip.call('PUT /api/vip/{id}', {
      id,
      version: 1,
      personalManagerId: (await vip.leading(9)).staffId,
      temper: null,
    });
    expect(
      (await vip.call('DELETE /api/vip-occasions/{id}', { id: own.id }, stranger.as)).status,
    ).toBe(404);
    expect((await vip.call('GET /api/vip/{id}/occasions', { id }, stranger.as)).status).toBe(404);
    expect(
      (await days('2026-05-01', '2026-05-31', stranger.as)).filter(
        ({ subscriber }) => subscriber.id === id,
      ),
    ).toEqual([]);
    expect((await vip.call('DELETE /api/vip-occasions/{id}', { id: own.id })).status).toBe(200);
    expect((await ofClient(id)).occasions).toMatchObject([{ key: 's', day: 20, id: null }]);
    expect(
      (await vip.call('GET /api/vip-occasions', { from: '2026-05-01', to: '2026-04-01' })).body
        .code,
    ).toBe('vip.wrong_period');
  });
});

describe('a greeting', () => {
  test('is given once a year by hand, never to who has left', async () => {
    const { id } = await vip.client({ charged: dear, fields: { birthOn: '1990-03-04' } });
    await vip.night();
    const say = { id, key: 's', on: '2026-03-04', way: 'call' } as const;
    const wrong = await vip.call('POST /api/vip/{id}/greetings', { ...say, on: '2026-03-05' });
    expect(wrong.body.code).toBe('vip.no_such_occasion');
    const both = await Promise.all([1, 2].map(() => vip.call('POST /api/vip/{id}/greetings', say)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(
      (await days('2026-03-04', '2026-03-04')).find(({ subscriber }) => subscriber.id === id),
    ).toMatchObject({ greetedBy: 'call' });
    await sql`update subscribers set status = 'left', left_on = '2026-03-01' where id = ${id}`.execute(
      vip.world.ctx.db,
    );
    expect((await vip.call('POST /api/vip/{id}/greetings', say)).body.code).toBe('vip.has_left');
  });

  test('leaves by itself in the hours set, once, to those alone who are with us', async () => {
    const { ctx, clock } = vip.world;
    await ctx.pool.query(
      `insert into channels (kind, name, settings, created_at) values ('email', 'Почта', '{"fromAddress":"office@example.test"}', now())`,
    );
    const made = async (name: string, day: number) => {
      const one = await vip.client({
        charged: dear,
        fields: {
          displayName: name,
          kind: 'organisation',
          contacts: [{ kind: 'email', value: `c${day}-${name.length}@example.test` }],
        },
      });
      await vip.night();
      await note(one.id, { kind: 'company', month: 3, day, greetBy: 'message' });
      return one.id;
    };
    const stays = await made('ООО «Рассвет»', 7);
    const left = await made('ООО «Закат»', 7);
    await sql`update subscribers set status = 'left', left_on = '2026-03-01' where id = ${left}`.execute(
      ctx.db,
    );
    const settings = (await vip.call('GET /api/vip-greeting-settings')).body;
    const put = (more: object) =>
      vip.call('PUT /api/vip-greeting-settings', { ...settings, ...more });
    expect((await put({ hoursTo: 3 })).body.code).toBe('vip.hours_crossed');
    expect((await put({ words: { ...settings.words, own: '{{age}}' } })).body.code).toBe(
      'vip.unknown_name',
    );
    expect((await put({ isOn: true, words: { ...settings.words, own: '' } })).body.code).toBe(
      'vip.words_needed',
    );
    const sent = async () =>
      (
        await sql<{ subscriberId: number; words: string; recipient: string }>`
        select g.subscriber_id, g.words, m.recipient from vip_greetings g
        join outgoing_messages m on m.id = g.outgoing_message_id`.execute(ctx.db)
      ).rows;
    const began = clock.now();
    clock.moveTo(new Date('2026-03-07T09:00:00Z'));
    await vip.world.tick('vip.greetings');
    expect(await sent()).toEqual([]);
    await put({ isOn: true, hoursFrom: 10, hoursTo: 19 });
    clock.moveTo(new Date('2026-03-06T23:00:00Z'));
    await vip.world.tick('vip.greetings');
    expect(await sent()).toEqual([]);
    clock.moveTo(new Date('2026-03-07T09:00:00Z'));
    await Promise.all([vip.world.tick('vip.greetings'), vip.world.tick('vip.greetings')]);
    await vip.world.tick('vip.greetings');
    expect(await sent()).toMatchObject([
      {
        subscriberId: stays,
        recipient: 'c7-13@example.test',
        words: expect.stringContaining('ООО «Рассвет»') as string,
      },
    ]);
    clock.moveTo(began);
  });
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
  const secret = 'x'.repeat(32);
  expect((await vip.call('GET /api/public/vip-feed/{secret}', { secret })).status).toBe(404);
  await vip.call('DELETE /api/vip-feed', {}, leader.as);
  expect((await read(made.body.path)).statusCode).toBe(404);
});

test('a base of 354 clients divides as the study found', async () => {
  const study = await openVipWorld();
  try {
    const quarters = [67, 85, 92, 110];
    const kinds = [131, 117, 106];
    const whose = ['head', 'contact', 'company'].flatMap((kind, at) =>
      Array.from({ length: kinds[at]! }, () => kind),
    );
    const when = quarters.flatMap((count, quarter) =>
      Array.from({ length: count }, (_, at) => ({
        month: quarter * 3 + (at % 3) + 1,
        day: (at % 28) + 1,
      })),
    );
    const ids = await study.world.ctx.pool.query<{ id: string }>(
      `with n as (select g, nextval(pg_get_serial_sequence('subscribers', 'id')) as id from generate_series(1, 354) g)
       insert into subscribers (id, kind, display_name, status, root_id, created_at, updated_at)
       overriding system value
       select id, 'organisation', 'ООО ' || g, 'active', id, now(), now() from n returning id`,
    );
    const list = ids.rows.map(({ id }) => Number(id));
    await study.world.ctx.pool.query(
      `insert into vip_clients (id, state, tier, counted_on) select unnest($1::bigint[]), 'member', 'high', '2026-03-01'`,
      [list],
    );
    await study.world.ctx.pool.query(
      `insert into vip_occasions (subscriber_id, kind, month, day, confirmed_on)
       select * from unnest($1::bigint[], $2::text[], $3::int[], $4::int[]), (values ('2026-03-01'::date)) c`,
      [
        list,
        whose,
        list.map((_, at) => when[(at * 101) % 354]!.month),
        list.map((_, at) => when[(at * 101) % 354]!.day),
      ],
    );
    const { body } = await study.call('GET /api/vip-occasion-figures');
    const percents = (rows: readonly { share: number }[]) =>
      rows.map(({ share }) => Math.round(share * 100));
    expect(body).toMatchObject({ count: 354, without: 0 });
    expect(percents(body.quarters)).toEqual([19, 24, 26, 31]);
    expect(percents(body.kinds)).toEqual([37, 33, 30, 0, 0]);
    expect(body.months.every(({ count }) => count > 0)).toBe(true);
  } finally {
    await study.world.close();
  }
});
