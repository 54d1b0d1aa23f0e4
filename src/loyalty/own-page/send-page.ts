import { sql } from 'kysely';
import { type Way, waysTo, writeTo } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockMember } from '../members/find-member.ts';
import { letterOf } from './letter.ts';

type Input = { id: number; way: string };

/**
 * Sends a subscriber the link of their own page, by a way that is theirs. It is stored here and
 * leaves with the transaction; while it is on its way it is not sent there again.
 */
export async function sendPage(ctx: Ctx, { id, way: asked }: Input): Promise<Result<Done>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  const way = (await waysTo(ctx, { subscriberId })).find(({ key }) => key === asked);
  if (!way) return fail('loyalty.no_such_way');
  if (await isLeaving(ctx, subscriberId, way)) return fail('loyalty.leaving_already');
  const { pageKey } = await ctx.db
    .selectFrom('loyaltyMembers')
    .select('pageKey')
    .where('subscriberId', '=', subscriberId)
    .executeTakeFirstOrThrow();
  const letter = letterOf(ctx, pageKey);
  if (!letter) return fail('loyalty.no_public_address');
  const queued = await writeTo(ctx, way, { ...letter, isAutomatic: false });
  if (!queued.ok) return fail('loyalty.no_such_way');
  await ctx.db
    .insertInto('pageSendings')
    .values({
      subscriberId,
      way: way.kind,
      outgoingMessageId: queued.value.id,
      sentAt: ctx.clock.now(),
      sentBy: staffIdOf(ctx.actor),
    })
    .execute();
  await emit(ctx, {
    type: 'loyalty.page_sent',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { way: way.kind },
  });
  return ok({});
}

/** Whether one to the same place has not left yet. */
async function isLeaving(ctx: Ctx, subscriberId: number, way: Way): Promise<boolean> {
  // page_sendings_subscriber (subscriber_id, id), outgoing_messages_pkey
  const { rows } = await sql`
    select from page_sendings s join outgoing_messages o on o.id = s.outgoing_message_id
    where  s.subscriber_id = ${subscriberId} and o.state in ('waiting', 'sending')
    and    o.channel_id = ${way.channelId} and o.recipient = ${way.recipient} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
