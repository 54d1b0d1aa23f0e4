import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/**
 * Gives a wallet and a code to everybody who is here and has none: from the first day, without
 * being asked. Codes are drawn by chance, so that nobody finds others by their own; whoever draws
 * one that is taken draws again the next time.
 * @param which a condition on `subscribers s`
 * @returns how many are new
 */
export async function enrol(ctx: Ctx, which: RawBuilder<unknown>): Promise<number> {
  const day = today(ctx);
  // loyalty_members_pkey
  const made = await sql`
    with fresh as materialized (
      select s.id, nextval(pg_get_serial_sequence('point_wallets', 'id')) as wallet_id
      from   subscribers s
      where  s.merged_into_id is null and s.erased_at is null
      and    s.status in ('active', 'suspended') and ${which}
      and    not exists (select from loyalty_members b where b.subscriber_id = s.id)
      order  by s.id),
    opened as (
      insert into point_wallets (id, opened_at) overriding system value
      select f.wallet_id, ${ctx.clock.now()} from fresh f
      returning id),
    spans as (
      insert into wallet_spans (subscriber_id, wallet_id, from_on)
      select f.id, o.id, ${day} from fresh f join opened o on o.id = f.wallet_id)
    insert into loyalty_members (subscriber_id, wallet_id, joined_on, code)
    select f.id, o.id, ${day},
           upper(right(replace(gen_random_uuid()::text, '-', ''), 10))
    from   fresh f join opened o on o.id = f.wallet_id
    on     conflict do nothing`.execute(ctx.db);
  return Number(made.numAffectedRows ?? 0n);
}
