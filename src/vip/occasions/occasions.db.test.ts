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
const person = (
  id: number,
  name: string,
  role: string,
  birthOn: string | null = null,
  email = '',
) =>
  vip.world.via(subscribersApi)(
    'POST /api/subscribers/{id}/contact-persons',
    {
      id,
      name,
      role,
      birthOn,
      contacts: email === '' ? [] : [{ kind: 'email', value: email }],
    } as never,
    vip.me.as,
  );
const note = (id: number, more: object) =>
  vip.call('POST /api/vip/{id}/occasions', { id, kind: 'company', month: 4, day: 5, ...more });

describe('days of a client', () => {
  test('are prompted for until they are known, and come from records too', async () => {
    const { id } = await vip.client({ charged: dear, fields: company('ООО «Весна»') });
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
    const other = await vip.client({ charged: dear });
    await person(other.id, 'Чужой', 'other');
    await vip.night();
    const [foreign] = (await ofClient(other.id)).contactPersons;
    const refused = async (more: object) => (await note(id, more)).body.code;
    expect([
      await refused({ month: 2, day: 30 }),
      await refused({ month: 2, day: 29, year: 2023 }),
      await refused({ kind: 'other' }),
      await refused({ kind: 'contact', contactPersonId: foreign!.id }),
      await refused({ kind: 'head', name: 'Пётр', greetBy: 'message' }),
    ]).toEqual([
      'vip.no_such_day',
      'vip.no_such_day',
      'vip.name_needed',
      'vip.no_such_contact',
      'vip.person_needed',
    ]);
    expect(await ofClient(id)).toMatchObject({
      missing: [],
      occasions: [{ kind: 'own', key: 's' }],
    });
    const own = (await note(id, { kind: 'own', month: 5, day: 21 })).body;
    expect((await ofClient(id)).occasions).toMatchObject([{ key: 's', day: 21, id: own.id }]);
    expect(await refused({ kind: 'own' })).toBe('vip.day_stands');
    const another = (await note(id, {})).body;
    const asOwn = { ...another, kind: 'own', month: 4, day: 5 } as const;
    expect((await vip.call('PUT /api/vip-occasions/{id}', asOwn)).body.code).toBe('vip.day_stands');
    await vip.call('DELETE /api/vip-occasions/{id}', { id: another.id });
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

  test('is given once whatever becomes of the day or of the record', async () => {
    const { db } = vip.world.ctx;
    const { id } = await vip.client({ charged: dear, fields: company('ООО «Раз»') });
    const { id: other } = await vip.client({ charged: dear, fields: company('ООО «Два»') });
    await person(id, 'Пётр Глава', 'head');
    await vip.night();
    const greeted = async (of: number) =>
      (await ofClient(of)).occasions.map(({ kind, greetedBy }) => [kind, greetedBy]);
    const greet = (of: number, key: string) =>
      vip.call('POST /api/vip/{id}/greetings', { id: of, key, on: '2026-04-05', way: 'call' });
    const head = (await note(id, { kind: 'head' })).body;
    expect((await greet(id, `o${head.id}`)).status).toBe(200);
    const contactPersonId = (await ofClient(id)).contactPersons[0]!.id;
    const linked = { ...head, kind: 'head', month: 4, day: 5, contactPersonId } as const;
    await vip.call('PUT /api/vip-occasions/{id}', linked);
    expect(await greeted(id)).toEqual([['head', 'call']]);
    expect((await greet(id, `p${contactPersonId}`)).body.code).toBe('vip.greeted_already');
    const day = (await note(id, {})).body;
    await greet(id, `o${day.id}`);
    await vip.call('DELETE /api/vip-occasions/{id}', { id: day.id });
    const anew = (await note(id, {})).body;
    expect((await greet(id, `o${anew.id}`)).body.code).toBe('vip.greeted_already');
    await sql`update subscribers set merged_into_id = ${other}, root_id = ${other}
      where id = ${id}`.execute(db);
    expect(await greeted(other)).toEqual([
      ['company', 'call'],
      ['head', 'call'],
    ]);
    expect((await greet(other, `o${anew.id}`)).body.code).toBe('vip.greeted_already');
    const { rows } = await sql<{ facts: object }>`
      select facts from events where type = 'vip.greeted' and subscriber_id = ${id}`.execute(db);
    expect(rows[0]).toEqual({ facts: { way: 'call' } });
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
    const stays = await made('ООО «Рас$&свет»', 7);
    const left = await made('ООО «Закат»', 7);
    // However many cannot be written to, others are greeted in the same round.
    const mute = await vip.client({ charged: dear, fields: company('АО «Без адреса»') });
    await vip.night();
    await sql`
      insert into vip_occasions (subscriber_id, kind, name, month, day, greet_by, confirmed_on)
      select ${mute.id}, 'other', 'День ' || g, 3, 7, 'message', '2026-03-01'
      from   generate_series(1, 100) g`.execute(ctx.db);
    const [asks, silent] = [await made('ООО «Полдень»', 8), await made('ООО «Полночь»', 8)];
    for (const id of [asks, silent]) {
      const { body } = await person(id, 'Анна', 'head', null, `anna${id}@example.test`);
      const anna = { kind: 'head', month: 3, day: 7, contactPersonId: body.id };
      await note(id, { ...anna, greetBy: 'message' });
    }
    // A head noted by name alone, as it was allowed once, is nobody's address.
    await note(asks, { kind: 'head', name: 'Пётр', month: 3, day: 7 });
    await sql`update vip_occasions set greet_by = 'message' where name = 'Пётр'`.execute(ctx.db);
    await vip.world.via(subscribersApi)(
      'POST /api/subscribers/{id}/consents',
      { id: silent, channel: 'email', purpose: 'service', isGranted: false, source: 'Звонок' },
      vip.me.as,
    );
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
        join outgoing_messages m on m.id = g.outgoing_message_id order by m.recipient`.execute(
          ctx.db,
        )
      ).rows;
    const began = clock.now();
    clock.moveTo(new Date('2026-03-07T09:00:00Z'));
    await vip.world.tick('vip.greetings');
    expect(await sent()).toEqual([]);
    const words = { ...settings.words, company: '{{ name }}, поздравляем! {{operator}}' };
    await put({ isOn: true, hoursFrom: 10, hoursTo: 19, words });
    clock.moveTo(new Date('2026-03-06T23:00:00Z'));
    await vip.world.tick('vip.greetings');
    expect(await sent()).toEqual([]);
    clock.moveTo(new Date('2026-03-07T09:00:00Z'));
    await Promise.all([vip.world.tick('vip.greetings'), vip.world.tick('vip.greetings')]);
    await vip.world.tick('vip.greetings');
    expect(await sent()).toMatchObject([
      { subscriberId: asks, recipient: `anna${asks}@example.test` },
      {
        subscriberId: stays,
        recipient: 'c7-15@example.test',
        words: `ООО «Рас$&свет», поздравляем! ${ctx.operator.name}`,
      },
    ]);
    // What has not left by the evening does not leave at night: it is greeted by hand then.
    const how = async () =>
      (await days('2026-03-07', '2026-03-07')).find(({ subscriber }) => subscriber.id === stays);
    const { key, greetedBy } = (await how())!;
    expect(greetedBy).toBe('email');
    clock.moveTo(new Date('2026-03-07T20:00:00Z'));
    await vip.world.tick('vip.greetings');
    const { rows: held } = await sql<{ trouble: string | null }>`
      select distinct trouble from outgoing_messages`.execute(ctx.db);
    expect(held).toEqual([{ trouble: 'stopped' }]);
    expect(await how()).toMatchObject({ greetedBy: null });
    clock.moveTo(new Date('2026-03-07T09:30:00Z'));
    await vip.world.tick('vip.greetings');
    expect(await how()).toMatchObject({ greetedBy: null });
    const say = { id: stays, key, on: '2026-03-07', way: 'call' } as const;
    expect((await vip.call('POST /api/vip/{id}/greetings', say)).status).toBe(200);
    expect(await how()).toMatchObject({ greetedBy: 'call' });
    clock.moveTo(began);
  });
});

test('a contact person’s day is their client’s, when a merge is undone and when one is erased', async () => {
  const { db } = vip.world.ctx;
  const [a, b] = [
    await vip.client({ charged: dear, fields: company('ООО «Первая»') }),
    await vip.client({ charged: dear, fields: company('ООО «Вторая»') }),
  ];
  await person(b.id, 'Глеб Второй', 'head');
  await vip.night();
  const root = (id: number | null) =>
    sql`update subscribers set merged_into_id = ${id}, root_id = coalesce(${id}, id)
      where id = ${b.id}`.execute(db);
  await root(a.id);
  const contactPersonId = (await ofClient(a.id)).contactPersons[0]!.id;
  const noted = await note(a.id, { kind: 'head', contactPersonId, note: 'Любит шахматы' });
  expect(noted.status).toBe(201);
  await root(null);
  const names = async (id: number) => (await ofClient(id)).occasions.map(({ name }) => name);
  expect([await names(a.id), await names(b.id)]).toEqual([[], ['Глеб Второй']]);

  const gift = { name: 'Ваза', kind: 'original', priceMinor: 100_000, stock: 5 } as const;
  const itemId = (await vip.call('POST /api/vip-gift-items', gift)).body.id;
  const boss = await signedIn(vip.world);
  const planned = await vip.call('POST /api/vip/{id}/gifts', {
    id: b.id,
    itemId,
    recipient: 'Глеб',
    recipientKind: 'person',
    deliverOn: '2026-04-05',
  });
  const overspendReason = 'Глеб давно с нами';
  const ok = await vip.call(
    'POST /api/vip-gifts/{id}/approve',
    { ...planned.body, overspendReason },
    boss.as,
  );
  expect(ok.status).toBe(200);
  const { playbooks } = (await vip.call('GET /api/vip-playbooks')).body;
  const begun = await vip.call('POST /api/vip/{id}/playbooks', {
    id: b.id,
    playbookId: playbooks[0]!.id,
  });
  await sql`update accounts set state = 'closed' where id = ${b.accountId}`.execute(db);
  const erased = await vip.world.via(subscribersApi)(
    'POST /api/subscribers/{id}/erase',
    { id: b.id, confirm: 'ООО «Вторая»', reason: 'request', isBeforeRetention: true },
    vip.me.as,
  );
  expect(erased.body.code).toBeUndefined();
  expect(await names(a.id)).toEqual([]);
  const { rows } = await sql`
    select (select stock from vip_gift_items where id = ${itemId}) as stock,
           (select overspend_reason from vip_gifts where id = ${planned.body.id}) as reason,
           (select outcome from vip_playbook_runs where id = ${begun.body.id}) as outcome,
           (select count(*)::int from vip_occasions
            where  contact_person_id = ${contactPersonId}) as days`.execute(db);
  expect(rows).toEqual([{ stock: 5, reason: '', outcome: 'given_up', days: 0 }]);
  const at = { id: planned.body.id, version: ok.body.version };
  expect((await vip.call('POST /api/vip-gifts/{id}/cancel', at)).status).toBe(404);
  const step = { id: begun.body.id, version: 2, answer: 0 };
  expect((await vip.call('POST /api/vip-playbook-runs/{id}/answer', step)).status).toBe(404);
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
