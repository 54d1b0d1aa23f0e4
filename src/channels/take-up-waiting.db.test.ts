import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PEOPLE = 13;
const EACH = 6;

/** What many write at once, by turns; what the seventh writes third is nothing that can be read. */
async function store(): Promise<void> {
  const channel = await world.ctx.db
    .insertInto('channels')
    .values({ kind: 'telegram', name: 'Бот', settings: '{}', createdAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = Array.from({ length: PEOPLE * EACH }, (_, nth) => {
    const id = 1 + (nth % PEOPLE);
    const round = 1 + Math.floor(nth / PEOPLE);
    const from = { id, is_bot: false, first_name: 'Анна' };
    const message = {
      message_id: nth + 1,
      date: 1_772_431_200,
      from,
      chat: { id, type: 'private' },
      text: id === 7 && round === 3 ? 'яд' : `слово ${round}`,
    };
    return { key: String(nth), sender: String(id), payload: { update_id: nth, message } };
  });
  await sql`
    insert into raw_messages (channel, channel_id, key, sender, payload, received_at, try_after)
    select 'telegram', ${channel.id}, key, sender, payload, ${world.clock.now()},
           ${world.clock.now()}
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as
             r (key text, sender text, payload jsonb)
    order  by key::int`.execute(world.ctx.db);
}

const said = async (sender: string): Promise<string[]> => {
  const { rows } = await sql<{ text: string }>`
    select m.text from messages m join conversations c on c.id = m.conversation_id
    where  c.sender = ${sender} order by m.id`.execute(world.ctx.db);
  return rows.map(({ text }) => text);
};

test('of many that wait each stands alone, and what one wrote keeps its order', async () => {
  const { db } = world.ctx;
  await sql`alter table messages add constraint poison check (text <> 'яд')`.execute(db);
  await store();
  await world.tick('channels.take_up');
  const all = Array.from({ length: EACH }, (_, at) => `слово ${at + 1}`);
  for (let id = 1; id <= PEOPLE; id += 1) {
    expect(await said(String(id))).toEqual(id === 7 ? all.filter((_, at) => at !== 2) : all);
  }
  const waiting = await sql<{ tries: number; error: string }>`
    select tries, error from raw_messages where state = 'waiting'`.execute(world.ctx.db);
  expect(waiting.rows).toHaveLength(1);
  expect(waiting.rows[0]?.tries).toBe(1);
  expect(waiting.rows[0]?.error).toContain('poison');
  const conversations = await sql`select id from conversations`.execute(world.ctx.db);
  expect(conversations.rows).toHaveLength(PEOPLE);

  await sql`alter table messages drop constraint poison`.execute(world.ctx.db);
  world.clock.advance({ seconds: 60 });
  await world.tick('channels.take_up');
  expect(await said('7')).toContain('яд');
});
