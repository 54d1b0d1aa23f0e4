import { sql } from 'kysely';
import { longDay } from '../../billing/index.ts';
import { waysTo, writeTo } from '../../conversations/index.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { isCallTime } from '../../retention/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Untold = { id: number; subscriberId: number; name: string; endsOn: string };

/** At once so many; the rest in the next turn. */
const MOST = 200;

/**
 * Writes to those whose tariff for friends ends, by day, that it does. Whoever cannot be written to
 * waits for an agent to tell them, and is looked at again meanwhile; whom a letter did not reach
 * waits for an agent alone.
 */
export const noticeTick: Tick = {
  name: 'loyalty.notices',
  everySeconds: 300,
  run: async (ctx) => {
    await untellFailed(ctx);
    if (!(await isCallTime(ctx))) return;
    // friend_tariffs_untold (has_no_way, id), products_pkey, subscribers_pkey
    const { rows } = await sql<Untold>`
      select g.id, o.root_id as subscriber_id, p.name, g.ends_on
      from   friend_tariffs g
      join   products p on p.id = g.product_id
      join   subscribers o on o.id = g.subscriber_id
      where  g.ended_on is null and g.ends_on is not null and g.told_at is null
      and    g.outgoing_message_id is null
      order  by g.has_no_way, g.id limit ${MOST} for update of g skip locked`.execute(ctx.db);
    for (const untold of rows) {
      const told = { ...untold, endsOn: await endOf(ctx, untold) };
      const messageId = await write(ctx, told);
      if (messageId === null) await noteNoWay(ctx, untold);
      else await noteTold(ctx, told, { messageId });
    }
  },
};

/** Counted from when they are told, where that comes late. */
export async function endOf(ctx: Ctx, { endsOn }: Pick<Untold, 'endsOn'>): Promise<string> {
  const { noticeDays } = await loadProgramme(ctx);
  const earliest = daysAfter(today(ctx), noticeDays);
  return endsOn > earliest ? endsOn : earliest;
}

/** Notes that they know when it ends, and from whom or by which letter. */
export async function noteTold(
  ctx: Ctx,
  { id, endsOn }: Pick<Untold, 'id' | 'endsOn'>,
  { by = null, messageId = null }: { by?: number | null; messageId?: number | null },
): Promise<void> {
  const told = { toldAt: ctx.clock.now(), toldBy: by, outgoingMessageId: messageId };
  await ctx.db
    .updateTable('friendTariffs')
    .set({ ...told, endsOn, hasNoWay: false })
    .where('id', '=', id)
    .execute();
}

/** A letter that never left has told nobody: an agent does. */
export async function untellFailed(ctx: Ctx): Promise<void> {
  // friend_tariffs_message (outgoing_message_id), outgoing_messages_pkey
  await sql`
    update friend_tariffs g set told_at = null, has_no_way = true
    from   outgoing_messages m
    where  m.id = g.outgoing_message_id and m.state = 'failed'
    and    g.ended_on is null and g.told_at is not null`.execute(ctx.db);
}

const noteNoWay = (ctx: Ctx, { id }: Untold) =>
  ctx.db.updateTable('friendTariffs').set({ hasNoWay: true }).where('id', '=', id).execute();

/** @returns the number of the letter, where there is a way by which to write one */
async function write(ctx: Ctx, { subscriberId, name, endsOn }: Untold): Promise<number | null> {
  const [way] = await waysTo(ctx, { subscriberId });
  if (!way) return null;
  const { language } = ctx.operator;
  const letter = letters[language](name, longDay(endsOn, language));
  const queued = await writeTo(ctx, way, { ...letter, isAutomatic: true });
  if (queued.ok) return queued.value.id;
  ctx.log.warn({ subscriberId, code: queued.failure.code }, 'no notice was sent');
  return null;
}

const letters: Record<Language, (name: string, on: string) => { subject: string; text: string }> = {
  ru: (name, on) => ({
    subject: 'О вашем тарифе',
    text: [
      'Друзей, которых вы привели, с нами стало меньше.',
      `Тариф «${name}» действует до ${on}, потом вернётся прежний.`,
      'Если друзей снова станет достаточно, тариф останется.',
    ].join(' '),
  }),
  en: (name, on) => ({
    subject: 'About your tariff',
    text: [
      'Fewer of the friends whom you have brought are with us.',
      `The tariff “${name}” lasts until ${on}, and then the former one comes back.`,
      'With enough friends again it stays.',
    ].join(' '),
  }),
};
