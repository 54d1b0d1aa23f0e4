import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit, type RecordedEvent } from '../../kernel/events/journal.ts';
import type { Hears } from '../../kernel/wiring.ts';

type Sending = { quoteId: number; dealId: number; subscriberId: number | null; way: string };

/** Tells at the deal what became of a link that was sent. */
async function tell(ctx: Ctx, event: RecordedEvent, type: string): Promise<void> {
  // quote_sendings_outgoing_message_id_key, quotes_pkey, deals_pkey
  const { rows } = await sql<Sending>`
    select s.quote_id, q.deal_id, d.subscriber_id, s.way
    from   quote_sendings s join quotes q on q.id = s.quote_id join deals d on d.id = q.deal_id
    where  s.outgoing_message_id = ${event.subjectId}`.execute(ctx.db);
  const [sending] = rows;
  if (!sending) return;
  const { dealId, quoteId, subscriberId, way } = sending;
  await emit(ctx, {
    type,
    subject: { kind: 'deal', id: dealId },
    subscriberId,
    facts: { number: dealId, quoteId, way },
  });
}

export const quoteHears: Hears = {
  'channels.message_sent': (ctx, event) => tell(ctx, event, 'sales.quote_sent'),
  'channels.message_failed': (ctx, event) => tell(ctx, event, 'sales.quote_unsent'),
  'channels.message_unknown': (ctx, event) => tell(ctx, event, 'sales.quote_unsure'),
};
