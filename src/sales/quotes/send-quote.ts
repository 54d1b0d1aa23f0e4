import { sql } from 'kysely';
import { writeTo } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { linkLetter } from './link-letter.ts';
import { lockQuote } from './lock-quote.ts';
import { waysOfDeal } from './ways-of-deal.ts';

type Input = { id: number; quoteId: number; way: string };

/**
 * Sends the link of a quote to whoever it is for, by a way that is theirs. It is stored here and
 * leaves with the transaction; while it is on its way it is not sent there again.
 */
export async function sendQuote(
  ctx: Ctx,
  { id: dealId, quoteId, way: key }: Input,
): Promise<Result<Done>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  const quote = await lockQuote(ctx, { id: quoteId });
  if (!quote || quote.dealId !== dealId) return fail('sales.no_such_quote');
  if (quote.state !== 'offered' || held.value.state !== 'open') return fail('sales.quote_decided');
  if (quote.validUntil < today(ctx)) return fail('sales.quote_past');
  const way = (await waysOfDeal(ctx, held.value)).find((one) => one.key === key);
  if (!way) return fail('sales.no_such_way');
  if (await isLeaving(ctx, quoteId, way)) return fail('sales.leaving_already');
  const letter = await linkLetter(ctx, quote);
  if (!letter) return fail('sales.no_public_address');
  const queued = await writeTo(ctx, way, { ...letter, isAutomatic: false });
  if (!queued.ok) return fail('sales.no_such_way');
  await ctx.db
    .insertInto('quoteSendings')
    .values({
      quoteId,
      way: way.kind,
      recipient: way.kind === 'email' ? way.recipient : '',
      outgoingMessageId: queued.value.id,
      sentAt: ctx.clock.now(),
      sentBy: staffIdOf(ctx.actor),
    })
    .execute();
  await emit(ctx, {
    type: 'sales.quote_sending',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, quoteId, way: way.kind },
  });
  return ok({});
}

/** Whether one to the same place has not left yet. */
async function isLeaving(
  ctx: Ctx,
  quoteId: number,
  { channelId, recipient }: { channelId: number; recipient: string },
): Promise<boolean> {
  // quote_sendings_quote (quote_id, id), outgoing_messages_pkey
  const { rows } = await sql`
    select from quote_sendings s join outgoing_messages o on o.id = s.outgoing_message_id
    where  s.quote_id = ${quoteId} and o.state in ('waiting', 'sending')
    and    o.channel_id = ${channelId} and o.recipient = ${recipient} limit 1`.execute(ctx.db);
  return rows.length > 0;
}
