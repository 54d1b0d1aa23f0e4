import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../testing/staff.ts';
import { sendFile } from '../../testing/upload.ts';
import { type Body, on, openEventWorld } from '../testing/event-world.ts';

let desk: Awaited<ReturnType<typeof openEventWorld>>;
beforeAll(async () => {
  desk = await openEventWorld();
});
afterAll(() => desk.vip.world.close());

describe('an event', () => {
  test('goes from whom to ask over answers, teams and results to cups and consolation', async () => {
    const { id } = await desk.event();
    const [one = 0, two = 0, three = 0] = await desk.clients(3);
    const candidates = await desk.vip.call(
      'POST /api/vip-events/{id}/candidates',
      { id },
      desk.led.as,
    );
    expect(candidates.body.candidates.map(({ subscriber }) => subscriber.id)).toEqual(
      expect.arrayContaining([one, two, three]),
    );
    expect((await desk.invite(id, [one, two, three, one])).body).toEqual({ invited: 3, passed: 1 });
    expect((await desk.invite(id, [one])).body.invited).toBe(0);
    expect((await desk.lines()).map(({ words }) => words)).toEqual(
      Array.from({ length: 3 }, () => 'Кубок по боулингу · пригласить'),
    );
    const tell = () => desk.act('POST /api/vip-event-guests/{id}/tell', id, one);
    expect((await tell()).status).toBe(200);
    expect((await tell()).body.code).toBe('vip.told_already');
    expect((await desk.lines()).map(({ words }) => words)).toContain(
      'Кубок по боулингу · узнать ответ',
    );
    const said = { companions: 2, companionNames: 'Жена и сын', wishes: 'Без мяса' };
    expect((await desk.answer(id, one, said)).status).toBe(200);
    await desk.answer(id, two);
    await desk.answer(id, three);
    const red = await desk.team(id, 'Красные', 3);
    const blue = await desk.team(id, 'Синие', 3);
    expect((await desk.seat(id, one, red.id)).status).toBe(200);
    expect((await desk.seat(id, two, red.id)).body.code).toBe('vip.seats_taken');
    expect((await desk.answer(id, one, { companions: 3 })).body.code).toBe('vip.seats_taken');
    const [first, second] = await Promise.all([
      desk.seat(id, two, blue.id),
      desk.seat(id, three, blue.id),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await desk.show(id)).teams.map(({ name, taken }) => [name, taken])).toEqual([
      ['Красные', 3],
      ['Синие', 2],
    ]);
    const change = (more: object) =>
      desk.vip.call('PUT /api/vip-event-teams/{id}', { ...blue, name: 'Белые', seats: 2, ...more });
    expect((await change({ seats: 1 })).body.code).toBe('vip.seats_taken');
    expect((await change({ name: 'Красные' })).body.code).toBe('vip.name_taken');
    expect((await change({})).status).toBe(200);
    const remove = (teamId: number) =>
      desk.vip.call('DELETE /api/vip-event-teams/{id}', { id: teamId });
    expect((await remove(blue.id)).body.code).toBe('vip.seats_taken');
    expect((await remove((await desk.team(id, 'Лишние', 1)).id)).status).toBe(200);
    const { events } = (await desk.vip.call('GET /api/vip-events', {})).body;
    expect(events.find((listed) => listed.id === id)).toMatchObject({ invited: 3, accepted: 3 });
    expect((await desk.came(id, one)).body.code).toBe('vip.event_not_yet');
    await desk.atDay('2026-03-14', async () => {
      expect((await desk.lines()).map(({ words }) => words)).toContain(
        'Кубок по боулингу · придёт',
      );
    });
    await desk.atDay(on, async () => {
      await Promise.all([desk.came(id, one), desk.came(id, two), desk.came(id, three, false)]);
      expect((await desk.prize(id, one)).body.code).toBe('vip.no_prize');
      const places = [
        { teamId: red.id, place: 1 },
        { teamId: blue.id, place: 2 },
      ];
      const results = async (wanted: object[], reason = '') =>
        desk.vip.call('PUT /api/vip-events/{id}/results', {
          id,
          version: (await desk.show(id)).version,
          places: wanted as never,
          reason,
        });
      expect((await results(places)).status).toBe(200);
      expect((await results([{ teamId: red.id, place: 3 }])).body.code).toBe('vip.reason_needed');
      const { guests } = await desk.show(id);
      expect(new Map(guests.map((who) => [who.subscriber.id, who.prize]))).toEqual(
        new Map([
          [one, 'cup'],
          [two, 'comfort'],
          [three, null],
        ]),
      );
      expect((await desk.prize(id, one)).status).toBe(200);
      expect((await desk.prize(id, one)).body.code).toBe('vip.prize_handed');
      expect((await desk.prize(id, three)).body.code).toBe('vip.no_prize');
      expect((await results([{ teamId: red.id, place: 3 }], 'Пересчитали')).body.code).toBe(
        'vip.prize_handed',
      );
      expect(await desk.show(id)).toMatchObject({ spentMinor: 150_000, came: 2, accepted: 3 });
    });
    await desk.atDay('2026-03-21', async () => {
      expect((await desk.lines()).map(({ words }) => words)).toEqual([
        'Кубок по боулингу · вручить приз',
      ]);
      const mine = await desk.vip.call('GET /api/vip/{id}/events', { id: one });
      expect(mine.body.events).toMatchObject([
        { team: 'Красные', place: 1, hasCome: true, prize: 'cup', wishes: 'Без мяса' },
      ]);
      expect((await desk.undo(id, one, 'attendance')).body.code).toBe('vip.prize_handed');
      expect((await desk.undo(id, one, 'prize')).status).toBe(200);
      expect((await desk.undo(id, one, 'prize')).body.code).toBe('vip.nothing_to_undo');
      expect(await desk.show(id)).toMatchObject({ spentMinor: 0 });
      const { body } = await desk.vip.call('GET /api/vip-gift-items', {});
      expect(body.items.find((thing) => thing.id === desk.cup)).toMatchObject({ stock: 2 });
    });
  });

  test('hands over within the limits of gifts, out of stock and within its budget', async () => {
    const { id } = await desk.event({ name: 'Тесный турнир', budgetMinor: 160_000 });
    const [one = 0, two = 0] = await desk.clients(2);
    await desk.invite(id, [one, two]);
    const only = await desk.team(id, 'Все', 5);
    for (const who of [one, two]) {
      await desk.answer(id, who);
      await desk.seat(id, who, only.id);
    }
    await desk.atDay(on, async () => {
      for (const who of [one, two]) await desk.came(id, who);
      const { version } = await desk.show(id);
      const places = [{ teamId: only.id, place: 1 }];
      await desk.vip.call('PUT /api/vip-events/{id}/results', { id, version, places });
      const gift = { itemId: desk.comfort, recipient: 'Он', recipientKind: 'person' } as const;
      const plan = (whom: number, count: number) =>
        desk.vip.call('POST /api/vip/{id}/gifts', { id: whom, count, deliverOn: on, ...gift });
      const large = await plan(one, 29);
      expect((await desk.prize(id, one)).body.code).toBe('vip.gift_over_limit');
      const at = large.body as Body;
      await desk.vip.call('POST /api/vip-gifts/{id}/cancel', { id: at.id, version: at.version });
      const answers = await Promise.all([desk.prize(id, one), desk.prize(id, two)]);
      expect(new Set(answers.map(({ status, body }) => body.code ?? status))).toEqual(
        new Set([200, 'vip.event_over_budget']),
      );
      const winner = answers[0]?.status === 200 ? one : two;
      expect((await plan(winner, 28)).body.code).toBe('vip.gift_over_limit');
    });
  });

  test('hands over nothing where there is nothing to hand over', async () => {
    const { id } = await desk.event({ name: 'Без утешения', comfortItemId: null });
    const [one = 0, two = 0] = await desk.clients(2);
    await desk.invite(id, [one, two]);
    const first = await desk.team(id, 'Первые', 5);
    const last = await desk.team(id, 'Вторые', 5);
    for (const [who, teamId] of [
      [one, first.id],
      [two, last.id],
    ] as const) {
      await desk.answer(id, who);
      await desk.seat(id, who, teamId);
    }
    await desk.atDay(on, async () => {
      for (const who of [one, two]) await desk.came(id, who);
      const { version } = await desk.show(id);
      const places = [{ teamId: first.id, place: 1 }];
      await desk.vip.call('PUT /api/vip-events/{id}/results', { id, version, places });
      expect((await desk.guest(id, two)).prize).toBeNull();
      expect((await desk.prize(id, two)).body.code).toBe('vip.no_prize_item');
    });
    await desk.atDay('2026-03-21', async () => {
      const due = (await desk.lines()).filter(
        ({ words }) => words === 'Без утешения · вручить приз',
      );
      expect(due.map(({ subscriberId }) => subscriberId)).toEqual([one]);
    });
  });

  test('does not spend above its budget unless another approves', async () => {
    const { id } = await desk.event({ name: 'Вечер', kind: 'evening', isContest: false });
    const cost = (amountMinor: number, overspendReason = '', as = desk.led.as) =>
      desk.vip.call(
        'POST /api/vip-events/{id}/costs',
        { id, name: 'Зал', amountMinor, overspendReason },
        as,
      );
    const both = await Promise.all([cost(600_000), cost(600_000)]);
    expect(new Set(both.map(({ status, body }) => body.code ?? status))).toEqual(
      new Set([201, 'vip.event_over_budget']),
    );
    const asked = (await cost(600_000, 'Артисты')).body;
    expect(await desk.show(id)).toMatchObject({ spentMinor: 600_000, askedMinor: 600_000 });
    const approve = (as: SignedIn['as']) =>
      desk.vip.call('POST /api/vip-event-costs/{id}/approve', asked, as);
    expect((await approve(desk.led.as)).status).toBe(403);
    expect((await approve(desk.boss.as)).status).toBe(200);
    expect(await desk.show(id)).toMatchObject({ spentMinor: 1_200_000, askedMinor: 0 });
    const remove = { id: asked.id, version: asked.version + 1, reason: 'Не приедут' };
    await desk.vip.call('POST /api/vip-event-costs/{id}/remove', remove, desk.led.as);
    const { costs, ...shown } = await desk.show(id);
    expect(costs.map(({ state }) => state)).toEqual(['stands', 'removed']);
    const more = { ...shown, inChargeId: desk.led.staffId, budgetMinor: 9_000_000 };
    const raise = (as: SignedIn['as']) => desk.vip.call('PUT /api/vip-events/{id}', more, as);
    expect((await raise(desk.led.as)).body.code).toBe('vip.own_wish');
    expect((await raise(desk.boss.as)).status).toBe(200);
    const own = { ...more, name: 'Свой вечер', inChargeId: desk.boss.staffId };
    const mine = await desk.vip.call('POST /api/vip-events', own, desk.boss.as);
    expect(mine.body.code).toBe('vip.own_wish');
  });

  test('is led by who is in charge; a guest is seen by whoever reaches the client', async () => {
    const other = await desk.vip.leading(900, {}, 'Другая');
    const { id } = await desk.event({
      name: 'Приём',
      inChargeId: desk.boss.staffId,
      budgetMinor: 0,
    });
    const [one = 0, two = 0] = await desk.clients(2);
    for (const [who, leader] of [
      [one, desk.led],
      [two, other],
    ] as const) {
      const { version } = await desk.vip.show(who);
      const put = { id: who, version, personalManagerId: leader.staffId, temper: null };
      await desk.vip.call('PUT /api/vip/{id}', put);
    }
    await desk.invite(id, [one, two]);
    const shown = await desk.vip.call('GET /api/vip-events/{id}', { id }, desk.led.as);
    const seen = shown.body.guests.map(({ subscriber }) => subscriber.id);
    expect(seen).toEqual([one]);
    expect((await desk.answer(id, one, {}, desk.led.as)).status).toBe(200);
    const at = await desk.guest(id, two);
    const foreign = { id: at.id, version: at.version };
    const tries = await Promise.all([
      desk.vip.call('POST /api/vip-event-guests/{id}/tell', foreign, desk.led.as),
      desk.vip.call(
        'PUT /api/vip-event-guests/{id}',
        { ...foreign, answer: 'accepted' },
        desk.led.as,
      ),
      desk.vip.call(
        'PUT /api/vip-event-guests/{id}/seat',
        { ...foreign, teamId: null },
        desk.led.as,
      ),
      desk.vip.call(
        'PUT /api/vip-event-guests/{id}/attendance',
        { ...foreign, hasCome: true },
        desk.led.as,
      ),
      desk.vip.call('POST /api/vip-event-guests/{id}/prize', foreign, desk.led.as),
      desk.vip.call(
        'POST /api/vip-event-guests/{id}/undo',
        { ...foreign, what: 'answer', reason: 'Нет' },
        desk.led.as,
      ),
    ]);
    expect(new Set(tries.map(({ body }) => (body as Body).code))).toEqual(
      new Set(['vip.no_such_guest']),
    );
    const away = await desk.vip.call('GET /api/vip/{id}/events', { id: two }, desk.led.as);
    expect(away.body.code).toBe('vip.no_such_client');
    const choose = await desk.vip.call('POST /api/vip-events/{id}/candidates', { id }, desk.led.as);
    expect(choose.body.code).toBe('vip.not_in_charge');
    const asked = { id, subscriberIds: [one], way: 'hand' as const };
    const invited = await desk.vip.call('POST /api/vip-events/{id}/guests', asked, desk.led.as);
    expect(invited.body.code).toBe('vip.not_in_charge');
    const mine = await desk.act(
      'PUT /api/vip-event-guests/{id}/seat',
      id,
      one,
      { teamId: null },
      desk.led.as,
    );
    expect(mine.body.code).toBe('vip.not_in_charge');
    const taken = await desk.act(
      'POST /api/vip-event-guests/{id}/undo',
      id,
      one,
      { what: 'invitation', reason: 'Нет' },
      desk.led.as,
    );
    expect(taken.body.code).toBe('vip.not_in_charge');
  });

  test('keeps photos that are photos, and lets them go', async () => {
    const { id } = await desk.event({ name: 'С фотографиями' });
    const url = 'POST /api/vip-events/{id}/photos'.slice('POST '.length).replace('{id}', `${id}`);
    const png = Buffer.from('\x89PNG\r\n\x1a\nrest of it', 'latin1');
    const send = (content: Buffer | string, as = desk.led.as) =>
      sendFile<{ fileId: number; code: string }>(
        desk.vip.world,
        url,
        { name: 'a.png', type: 'image/png', content },
        as,
      );
    expect((await send('<html>')).body.code).toBe('vip.not_a_photo');
    const other = await desk.vip.leading(1, {}, 'Чужая');
    expect((await send(png, other.as)).body.code).toBe('vip.not_in_charge');
    const { fileId } = (await send(png)).body;
    const photo = 'GET /api/vip-events/{id}/photos/{fileId}'.slice('GET '.length);
    const at = photo.replace('{id}', `${id}`).replace('{fileId}', `${fileId}`);
    const path = { method: 'GET', url: at, headers: desk.led.as } as const;
    const shown = await desk.vip.world.request(path);
    expect([shown.headers['content-type'], shown.rawPayload]).toEqual(['image/png', png]);
    const remove = { id, fileId, reason: 'Попросили' };
    await desk.vip.call('POST /api/vip-events/{id}/photos/{fileId}/remove', remove, desk.led.as);
    expect((await desk.vip.world.request(path)).statusCode).toBe(404);
  });

  test('is told beside those who did not come, with bounds, and of too few nothing', async () => {
    const { id } = await desk.event({ name: 'Былое', isContest: false });
    const ids = await desk.clients(24);
    await desk.invite(id, ids);
    const { db } = desk.vip.world.ctx;
    // One not charged in each month, and one in two records of two tiers, with a foreign account.
    const [young = 0, twin = 0] = await desk.clients(2);
    const abroad = await desk.vip.account(ids[0] ?? 0, { mobile: [1] });
    await sql`update accounts set currency = 'USD' where id = ${abroad}`.execute(db);
    await desk.invite(id, [young, twin]);
    await sql`update subscribers set merged_into_id = ${ids[1]}, root_id = ${ids[1]}
      where id = ${twin}`.execute(db);
    await sql`update vip_event_guests set tier = 'high' where event_id = ${id}
      and subscriber_id in (${twin}, ${ids[20]}, ${ids[2]})`.execute(db);
    await sql`update vip_event_guests g set has_come = x.nth <= 12 or x.subscriber_id in (${young}, ${twin})
      from (select id, subscriber_id, row_number() over (order by id) as nth from vip_event_guests
            where event_id = ${id}) x where x.id = g.id`.execute(db);
    await desk.atDay('2026-07-02', async () => {
      const early = (await desk.vip.call('GET /api/vip-events/{id}/effect', { id }, desk.boss.as))
        .body;
      expect(early).toMatchObject({ invited: 26, came: 14, months: 3, spending: null });
      expect(early.share!.low).toBeGreaterThan(0.3);
      // 3,000 a month of each before; those who came bring 3,100 and 3,200 by turns after it.
      await sql`
        with t as (insert into ledger_transactions (key, kind, occurred_on, recorded_at)
                   values ('vip test', 'charges', '2026-02-01', now()) returning id)
        insert into charges (account_id, subscription_id, kind, month, amount_minor, currency,
                             transaction_id, posting_id)
        select a.id, x.id, 'fee', m.month::date,
               case when a.id = ${abroad} then 90000000 * m.nth
                    when m.month > '2026-03-01' and g.has_come
                    then 310000 + 10000 * (g.id % 2) else 300000 + 100 * (g.id % 3) end,
               a.currency, t.id, 1000000 + a.id * 100 + m.nth
        from   t
        cross  join vip_event_guests g
        join   accounts a on a.subscriber_id = g.subscriber_id
        join   subscriptions x on x.account_id = a.id
        cross  join generate_series('2025-12-01'::timestamp, '2026-06-01', '1 month')
                      with ordinality as m (month, nth)
        where  g.event_id = ${id}
        and   (g.subscriber_id <> ${young} or m.month >= '2026-02-01')
        and    g.subscriber_id <> ${twin}`.execute(db);
      const { body } = await desk.vip.call('GET /api/vip-events/{id}/effect', { id }, desk.boss.as);
      expect(body.attended.guests).toBe(12);
      expect(body.absent.guests).toBe(12);
      expect(body.spending!.difference).toBeGreaterThan(10_000);
      expect(body.spending!.low).toBeGreaterThan(8000);
      expect(body.spending!.high).toBeLessThan(22_000);
      expect(body.stay).toMatchObject({ difference: 0 });
    });
  });
});
