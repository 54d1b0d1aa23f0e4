import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as conversationsApi } from '../../conversations/api.ts';
import { ask } from '../../testing/requests.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { openEventWorld } from '../testing/event-world.ts';

let desk: Awaited<ReturnType<typeof openEventWorld>>;
beforeAll(async () => {
  desk = await openEventWorld();
});
afterAll(() => desk.vip.world.close());

test('asks in writing once, in hours, and neither the departed nor who wants no messages', async () => {
  const { id } = await desk.event({
    name: 'Ужин',
    kind: 'own',
    kindName: 'Ужин',
    isContest: false,
    beginsAt: '19:00',
  });
  const [two = 0, gone = 0, quiet = 0] = await desk.clients(3);
  const contacts = [{ kind: 'email', value: 'one@example.test' }];
  const [one = 0] = await desk.clients(1, { contacts });
  await sql`update subscribers set status = 'left' where id = ${gone}`.execute(
    desk.vip.world.ctx.db,
  );
  await sql`insert into consents (subscriber_id, channel, purpose, is_granted, source, recorded_at)
    values (${quiet}, 'any', 'advertising', false, 'office', now())`.execute(desk.vip.world.ctx.db);
  await sql`insert into channels (kind, name, settings, created_at)
    values ('email', 'Почта', '{"fromAddress":"office@example.test"}', now())`.execute(
    desk.vip.world.ctx.db,
  );
  const asked = await desk.invite(id, [one, two, gone, quiet], 'message');
  expect(asked.body).toEqual({ invited: 2, passed: 2 });
  const letters = async () => {
    const { rows } = await sql<{ recipient: string; text: string }>`
      select recipient, payload->>'text' as text from outgoing_messages`.execute(
      desk.vip.world.ctx.db,
    );
    return rows;
  };
  desk.vip.world.clock.moveTo(new Date('2026-03-02T19:00:00Z'));
  await desk.vip.world.tick('vip.invitations');
  expect(await letters()).toEqual([]);
  desk.vip.world.clock.moveTo(new Date('2026-03-03T08:00:00Z'));
  await desk.vip.world.tick('vip.invitations');
  await desk.vip.world.tick('vip.invitations');
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter?.text).toContain('Ужин, 20.03.2026, 19:00, Клуб.');
  // Whom there is no way to write to, whoever leads them invites.
  expect(await desk.guest(id, two)).toMatchObject({ way: 'hand', toldAt: null });
  await desk.act('POST /api/vip-event-guests/{id}/tell', id, two);
  // Called off, what waits does not leave, and who knows of it is told; taking place after all it
  // is said by hand.
  const { version } = await desk.show(id);
  await desk.vip.call('POST /api/vip-events/{id}/cancel', { id, version, reason: 'Зал закрыт' });
  expect((await desk.invite(id, [quiet])).body.code).toBe('vip.event_over');
  const off = (await desk.lines()).filter(({ words }) => words === 'Ужин · сказать, что отменено');
  expect(off.map(({ subscriberId }) => subscriberId)).toEqual([two]);
  const back = { id, version: version + 1, reason: 'Зал открыт' };
  expect((await desk.vip.call('POST /api/vip-events/{id}/resume', back)).status).toBe(200);
  expect(await desk.guest(id, one)).toMatchObject({ isLost: true });
  expect((await desk.undo(id, one, 'invitation')).status).toBe(200);
  expect((await desk.invite(id, [one])).body.invited).toBe(1);
});

test('writes to nobody whom it need not, and to nobody once it is called off', async () => {
  const { db } = desk.vip.world.ctx;
  const { id } = await desk.event({ name: 'Концерт', isContest: false });
  const asked: number[] = [];
  for (let nth = 1; nth <= 7; nth += 1) {
    const contacts = [{ kind: 'email', value: `guest${nth}@example.test` }];
    const made = await desk.vip.client({ charged: { mobile: [300_000] }, fields: { contacts } });
    asked.push(made.id);
  }
  await desk.vip.night();
  const [no = 0, yes = 0, gone = 0, quiet = 0, late = 0, one = 0, two = 0] = asked;
  const refuse = (who: number) =>
    sql`insert into consents (subscriber_id, channel, purpose, is_granted, source, recorded_at)
        values (${who}, 'any', 'advertising', false, 'office', now())`.execute(db);
  const states = async () => {
    const { rows } = await sql<{ who: number; state: string }>`
      select g.subscriber_id as who, m.state
      from   vip_event_guests g join outgoing_messages m on m.recipient in (
        select k.value from contacts k where k.subscriber_id = g.subscriber_id)
      where  g.event_id = ${id}`.execute(db);
    return new Map(rows.map(({ who, state }) => [who, state]));
  };
  await desk.invite(id, [no, yes, gone, quiet, late], 'message');
  await refuse(late);
  await desk.vip.world.tick('vip.invitations');
  expect(new Set((await states()).values())).toEqual(new Set(['waiting']));
  expect((await states()).has(late)).toBe(false);
  expect(await desk.guest(id, late)).toMatchObject({ way: 'hand', toldAt: null });
  // Who answers by phone knows of it already; nor is there word for who left or wants none.
  expect((await desk.answer(id, no, { answer: 'declined' })).status).toBe(200);
  await sql`update outgoing_messages set state = 'failed' where id = (
    select outgoing_message_id from vip_event_guests
    where  event_id = ${id} and subscriber_id = ${yes})`.execute(db);
  expect((await desk.answer(id, yes)).status).toBe(200);
  await sql`update subscribers set status = 'left' where id = ${gone}`.execute(db);
  await refuse(quiet);
  await desk.vip.world.tick('vip.invitations');
  expect(new Set((await states()).values())).toEqual(new Set(['failed']));
  expect(await desk.guest(id, no)).toMatchObject({ way: 'hand', isLost: false });
  expect(await desk.guest(id, yes)).toMatchObject({ way: 'hand', isLost: false });

  // While letters are written, it is called off: what was written so far does not leave either.
  await desk.invite(id, [one, two], 'message');
  const held = await desk.vip.world.ctx.pool.connect();
  await held.query('begin');
  await held.query('select from subscribers where id = $1 for update', [two]);
  const written = desk.vip.world.tick('vip.invitations');
  await untilWaiting(desk.vip.world);
  const { version } = await desk.show(id);
  let isOff = false;
  const cancelled = desk.vip
    .call('POST /api/vip-events/{id}/cancel', { id, version, reason: 'Дождь' })
    .finally(() => {
      isOff = true;
    });
  await Promise.race([cancelled, untilWaiting(desk.vip.world, 2)]);
  const wasOff = isOff;
  await held.query('commit');
  held.release();
  expect(wasOff).toBe(false);
  await written;
  expect((await cancelled).status).toBe(200);
  expect(new Set((await states()).values())).toEqual(new Set(['failed']));
  const off = (await desk.lines()).filter(
    ({ words }) => words === 'Концерт · сказать, что отменено',
  );
  expect(off.map(({ subscriberId }) => subscriberId)).toEqual([yes]);
});

test('tells nobody’s wishes while whoever calls is not known', async () => {
  const phone = '+79126000031';
  const { id: who } = await desk.vip.client({
    charged: { mobile: [300_000] },
    fields: { contacts: [{ kind: 'phone', value: phone }] },
  });
  await desk.vip.night();
  const { id } = await desk.event({ name: 'Обед', isContest: false });
  await desk.invite(id, [who]);
  await desk.answer(id, who, { wishes: 'Без орехов' });
  const talks = desk.vip.world.via(conversationsApi);
  const verify = async (verifyCallers: 'hide' | 'off') => {
    const { body } = await talks('GET /api/desk-settings', {}, desk.boss.as);
    await talks('PUT /api/desk-settings', { ...body, verifyCallers }, desk.boss.as);
  };
  await verify('hide');
  const wishes = async () => {
    const told = await desk.vip.call('GET /api/vip/{id}/events', { id: who }, desk.led.as);
    return told.body.events.map((one) => one.wishes);
  };
  expect(await wishes()).toEqual(['Без орехов']);
  const talk = { id: await ask(desk.vip.world, { phone }) };
  await talks('POST /api/conversations/{id}/take', talk, desk.led.as);
  expect(await wishes()).toEqual(['']);
  await verify('off');
  expect(await wishes()).toEqual(['Без орехов']);
  await desk.undo(id, who, 'answer');
  expect(await wishes()).toEqual(['']);
});
