import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiled, today } from '../../subscribers/index.ts';
import type { quotesApi } from '../api/quotes.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { agreedOf } from './agreed-of.ts';
import { pathOf } from './path-of.ts';
import { sendingState } from './sending-state.ts';
import { stateNow } from './state-now.ts';

type Listed = z.input<(typeof quotesApi)['GET /api/deals/{id}/quotes']['output']>;
type Row = Omit<Listed['quotes'][number], 'path'> & { token: string };

/** Quotes of a deal that the asker reaches; a caller's words are hidden until they are verified. */
export async function listQuotes(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  const isHidden = subscriberId !== null && (await isVeiled(ctx, subscriberId));
  // quotes_deal (deal_id, id), deals_pkey, contracts_pkey, quote_sendings_quote,
  // outgoing_messages_pkey
  const { rows } = await sql<Row>`
    select q.id, ${stateNow} as state,
           q.state = 'offered' and q.valid_until < ${today(ctx)} as is_past,
           q.lines, q.words, q.monthly_minor, q.once_minor, q.currency, q.valid_until, q.made_at,
           s.name as made_by, q.seen_at, q.decided_at, q.token,
           case when ${isHidden} then '' else q.accepted_name end as accepted_name,
           case when ${isHidden} then '' else q.decline_words end as decline_words,
           case when ${isHidden} then '' else q.undo_reason end as undo_reason,
           q.payment, q.parts, c.number as contract, coalesce(sent.rows, '[]') as sendings
    from   quotes q join deals d on d.id = q.deal_id left join staff s on s.id = q.made_by
           left join contracts c on c.quote_id = q.id and c.content <> '{}'
                                     and q.state = 'accepted'
           left join lateral (
             select jsonb_agg(jsonb_build_object(
                      'id', s.id, 'way', s.way, 'sentAt', s.sent_at, 'sentBy', b.name,
                      'recipient', case when ${isHidden} then '' else s.recipient end,
                      'state', ${sendingState}) order by s.id) as rows
             from   quote_sendings s
             join   outgoing_messages o on o.id = s.outgoing_message_id
             left   join staff b on b.id = s.sent_by
             where  s.quote_id = q.id) sent on true
    where  q.deal_id = ${id} order by q.id desc`.execute(ctx.db);
  const quotes = rows.map(({ token, ...quote }) => ({ ...quote, path: pathOf(token) }));
  return ok({ quotes, agreed: await agreedOf(ctx, id) });
}
