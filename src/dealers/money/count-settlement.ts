import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Counted } from '../api/shapes.ts';
import { findDealer } from '../people/find-dealer.ts';

type Period = { fromOn: string; toOn: string };

/** What a dealer's settlement of a period comes to, as the operator's people ask for it. */
export async function showSettlement(
  ctx: Ctx,
  { id, ...period }: Period & { id: number },
): Promise<Result<Counted>> {
  const found = await findDealer(ctx, id, 'dealers.view');
  return found.ok ? countSettlement(ctx, id, period) : found;
}

/** Cards and money of a dealer from a day to a day, from what was done and posted then. */
export async function countSettlement(
  ctx: Ctx,
  dealerId: number,
  { fromOn, toOn }: Period,
): Promise<Result<Counted>> {
  if (toOn < fromOn) return fail('dealers.wrong_period');
  // card_deeds_dealer (dealer_id, done_on, id), dealer_payments_dealer (dealer_id, done_on, id)
  const { rows } = await sql<Omit<Counted, 'closingMinor'>>`
    with deeds as (
      select kind, last_number - first_number + 1 as cards, value_minor, commission_minor
      from   card_deeds
      where  dealer_id = ${dealerId} and done_on between ${fromOn} and ${toOn}),
    cards as (
      select coalesce(sum(cards) filter (where kind = 'given'), 0)::bigint as given_cards,
             coalesce(sum(cards) filter (where kind = 'returned'), 0)::bigint as returned_cards,
             coalesce(sum(cards) filter (where kind = 'sold'), 0)::bigint as sold_cards,
             coalesce(sum(cards * value_minor) filter (where kind = 'sold'), 0)::bigint
               as sold_minor,
             coalesce(sum(cards) filter (where kind = 'sale_undone'), 0)::bigint as undone_cards,
             coalesce(sum(cards * value_minor) filter (where kind = 'sale_undone'), 0)::bigint
               as undone_minor,
             coalesce(sum(commission_minor), 0)::bigint as earned_minor
      from   deeds),
    payments as (
      select count(*) filter (where kind = 'taken') as taken_payments,
             coalesce(sum(amount_minor) filter (where kind = 'taken'), 0)::bigint as taken_minor,
             count(*) filter (where kind = 'returned') as returned_payments,
             coalesce(sum(amount_minor) filter (where kind = 'returned'), 0)::bigint
               as returned_minor,
             coalesce(sum(amount_minor) filter (where kind = 'paid_in'), 0)::bigint
               as paid_in_minor,
             coalesce(sum(commission_minor), 0)::bigint as earned_minor
      from   dealer_payments
      where  dealer_id = ${dealerId} and done_on between ${fromOn} and ${toOn})
    select c.given_cards, c.returned_cards, c.sold_cards, c.sold_minor, c.undone_cards,
           c.undone_minor, p.taken_payments, p.taken_minor, p.returned_payments, p.returned_minor,
           p.paid_in_minor,
           c.earned_minor + p.earned_minor as commission_minor,
           ${balanceBefore(dealerId, fromOn)} as opening_minor
    from   cards c cross join payments p`.execute(ctx.db);
  const [counted] = rows;
  if (!counted) throw new Error('sums without a group have a row');
  const { openingMinor, soldMinor, undoneMinor, takenMinor, returnedMinor } = counted;
  const { commissionMinor, paidInMinor } = counted;
  const movedMinor = undoneMinor - soldMinor + returnedMinor - takenMinor;
  const closingMinor = openingMinor + movedMinor + commissionMinor + paidInMinor;
  return ok({ ...counted, closingMinor });
}

/** What stood on a dealer when a day began, by what was done before it. */
const balanceBefore = (dealerId: number, on: string) => sql`(
  coalesce((select sum(commission_minor + case kind
                     when 'sold' then -value_minor * (last_number - first_number + 1)
                     when 'sale_undone' then value_minor * (last_number - first_number + 1)
                     else 0 end)
            from card_deeds where dealer_id = ${dealerId} and done_on < ${on}), 0)
  + coalesce((select sum(commission_minor + case kind when 'taken' then -amount_minor
                                                      else amount_minor end)
              from dealer_payments where dealer_id = ${dealerId} and done_on < ${on}), 0))::bigint`;
