import { sql } from 'kysely';
import { stopMessage } from '../../channels/index.ts';
import { type Way, waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { must } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { holdSubscriber, today } from '../../subscribers/index.ts';
import { filledIn } from './fill-in.ts';
import { type GreetingSettings, isGreetingHour, loadGreeting } from './greeting-settings.ts';
import { keepGreeting } from './note-greeting.ts';
import { isToWrite, type OccasionRow, readComing } from './occasion-rows.ts';

/** How many leave in one round; the next minutes bring the others. */
const BATCH = 100;

/**
 * Greets in writing whom it is to be done by itself for, on the day, in the hours set, once. Where
 * there is no way to write, the line stays on the sheet of whoever leads the client; where the
 * words did not leave within the hours, it comes back there.
 */
export const greetingTick: Tick = {
  name: 'vip.greetings',
  everySeconds: 300,
  run: async (ctx) => {
    const settings = await loadGreeting(ctx);
    const isOver = !settings.isOn || !isGreetingHour(ctx, settings);
    await stopWaiting(ctx, isOver);
    if (isOver) return;
    const day = today(ctx);
    const due = await readComing(ctx, sql`true`, { from: day, to: day }, isToWrite);
    let sent = 0;
    for (const one of due) {
      // One that cannot be written to keeps nobody else from being greeted.
      const isSent = await attempt(ctx, (tx) => greet(tx, one, settings)).catch(
        (error: unknown) => {
          const what = { err: error, subscriber: one.subscriber.id };
          ctx.log.error(what, 'a greeting was not written');
          return false;
        },
      );
      if (isSent) sent += 1;
      if (sent === BATCH) return;
    }
  },
};

/**
 * Nobody is greeted at night: what still waits when the hours are over does not leave. Nor does
 * what waits for somebody who has left meanwhile.
 */
async function stopWaiting(ctx: Ctx, isOver: boolean): Promise<void> {
  // outgoing_messages_waiting (try_after, id) where state = 'waiting',
  // vip_greetings_message (outgoing_message_id), subscribers_pkey
  const { rows } = await sql<{ id: number }>`
    select m.id
    from   outgoing_messages m
    join   vip_greetings t on t.outgoing_message_id = m.id
    join   subscribers s on s.id = t.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.state = 'waiting'
    and   (${isOver}::boolean or r.status = 'left' or r.erased_at is not null)
    order  by m.id`.execute(ctx.db);
  for (const { id } of rows) await stopMessage(ctx, id);
}

/** @returns whether words are on their way */
async function greet(ctx: Ctx, one: OccasionRow, settings: GreetingSettings): Promise<boolean> {
  const words = settings.words[one.kind];
  // An erasure waits; whoever has left or was greeted since the list was read is not greeted.
  if (!(await holdSubscriber(ctx, one.subscriber.id))) return false;
  const way = await wayTo(ctx, one, settings.way);
  if (!way || words === '') return false;
  const name = one.name === '' ? one.subscriber.name : one.name;
  const text = filledIn(words, { name, operator: ctx.operator.name });
  const said = { subscriberId: one.subscriber.id, key: one.key, on: one.on, way: way.kind };
  const kept = await keepGreeting(ctx, { ...said, words: text });
  if (typeof kept !== 'number') return false;
  const letter = { subject: subjects[ctx.operator.language], text, isAutomatic: true };
  const { id } = must(await writeTo(ctx, way, letter));
  await sql`update vip_greetings set outgoing_message_id = ${id} where id = ${kept}`.execute(
    ctx.db,
  );
  return true;
}

const subjects = { ru: 'Поздравляем!', en: 'Congratulations!' } as const;

/**
 * A contact person is written to at their own address, a client by whichever way they use. A head
 * or somebody else of a firm of whom no address is known is greeted by hand: who wrote to us last
 * may be another.
 */
async function wayTo(
  ctx: Ctx,
  { key, kind, subscriber }: OccasionRow,
  wanted: GreetingSettings['way'],
): Promise<Way | null> {
  const isPersons = key.startsWith('p');
  if (!isPersons && (kind === 'head' || kind === 'contact')) return null;
  const contactPersonId = isPersons ? Number(key.slice(1)) : null;
  const ways = await waysTo(ctx, { subscriberId: subscriber.id, contactPersonId });
  return ways.find((way) => way.kind === wanted) ?? ways[0] ?? null;
}
