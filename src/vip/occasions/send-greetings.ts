import { sql } from 'kysely';
import { type Way, waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { must } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { loadGreeting } from './greeting-settings.ts';
import { keepGreeting } from './note-greeting.ts';
import { type OccasionRow, readComing } from './occasion-rows.ts';

/** How many leave in one round; the next minutes bring the others. */
const BATCH = 100;

/**
 * Greets in writing whom it is to be done by itself for, on the day, in the hours set, once. Where
 * there is no way to write, the line stays on the sheet of whoever leads the client.
 */
export const greetingTick: Tick = {
  name: 'vip.greetings',
  everySeconds: 300,
  run: async (ctx) => {
    const settings = await loadGreeting(ctx);
    const hour = hourOf(ctx);
    if (!settings.isOn || hour < settings.hoursFrom || hour >= settings.hoursTo) return;
    const day = today(ctx);
    const due = (await readComing(ctx, sql`true`, { from: day, to: day })).filter(
      ({ greetBy, greetedAt, isStale }) => greetBy === 'message' && !greetedAt && !isStale,
    );
    for (const one of due.slice(0, BATCH)) {
      // One that cannot be written to keeps nobody else from being greeted.
      await attempt(ctx, (tx) => greet(tx, one, settings.words[one.kind])).catch((error: unknown) =>
        ctx.log.error({ err: error, subscriber: one.subscriber.id }, 'a greeting was not written'),
      );
    }
  },
};

const hourOf = (ctx: Ctx): number =>
  Number(
    ctx.clock
      .now()
      .toLocaleString('en-GB', { timeZone: ctx.operator.timeZone, hour: '2-digit', hour12: false }),
  ) % 24;

async function greet(ctx: Ctx, one: OccasionRow, words: string): Promise<void> {
  const way = await wayTo(ctx, one);
  if (!way || words === '') return;
  const name = one.name === '' ? one.subscriber.name : one.name;
  const text = words.replaceAll('{{name}}', name).replaceAll('{{operator}}', ctx.operator.name);
  const kept = { subscriberId: one.subscriber.id, key: one.key, on: one.on, way: way.kind };
  if (!(await keepGreeting(ctx, { ...kept, words: text }))) return;
  const letter = { subject: subjects[ctx.operator.language], text, isAutomatic: true };
  const { id } = must(await writeTo(ctx, way, letter));
  await sql`
    update vip_greetings set outgoing_message_id = ${id}
    where  subscriber_id = ${one.subscriber.id} and occasion_key = ${one.key}
    and    year = extract(year from ${one.on}::date)`.execute(ctx.db);
}

const subjects = { ru: 'Поздравляем!', en: 'Congratulations!' } as const;

/** A contact person is written to at their own address, a client by whichever way they use. */
async function wayTo(ctx: Ctx, { key, subscriber }: OccasionRow): Promise<Way | null> {
  if (!key.startsWith('p')) return (await waysTo(ctx, { subscriberId: subscriber.id }))[0] ?? null;
  // contacts_person (contact_person_id)
  const { rows } = await sql<{ channelId: number; recipient: string }>`
    select b.id as channel_id, c.value as recipient
    from   contacts c
    cross  join (select id from channels where kind = 'email' and state = 'on'
                 order by id limit 1) b
    where  c.contact_person_id = ${Number(key.slice(1))} and c.kind = 'email'
    and    c.removed_at is null
    order  by c.is_primary desc, c.id limit 1`.execute(ctx.db);
  const [found] = rows;
  return found ? { key: 'email-person', kind: 'email', name: '', ...found } : null;
}
