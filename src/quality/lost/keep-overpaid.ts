import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { today } from '../../subscribers/index.ts';

/**
 * Keeps who stands on the list of unfair prices, for the month that goes on; whoever was kept in it
 * once stays, for they did overpay.
 */
export async function keepOverpaid(ctx: Ctx, month: string): Promise<void> {
  if (month !== monthOf(today(ctx))) return;
  // The list is read whole; overpaid_kept_pkey
  await sql`
    insert into overpaid_kept (month, subscriber_id, gap_minor, kept_at)
    select ${month}, s.root_id, sum(u.paid_minor - u.newcomer_minor), ${ctx.clock.now()}
    from   unfair_prices u join subscribers s on s.id = u.subscriber_id
    group  by s.root_id
    on conflict (month, subscriber_id) do nothing`.execute(ctx.db);
}
