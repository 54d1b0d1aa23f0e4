import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { giftKinds, type Hindrance } from './kinds.ts';
import { monthlyOf } from './monthly-of.ts';

/** What of an offer and of somebody decides whether it may be given to them. */
export type Limited = {
  isArchived: boolean;
  /** It asks for a larger fee or for more months with us. */
  isBeneath: boolean;
  isCooling: boolean;
  budgetMinor: number | null;
  spentMinor: number;
};

export function hindranceOf(offer: Limited, costMinor: number): Hindrance | null {
  if (offer.isArchived) return 'archived';
  if (offer.isBeneath) return 'beneath';
  if (offer.isCooling) return 'cooling';
  const { budgetMinor, spentMinor } = offer;
  return budgetMinor !== null && spentMinor + costMinor > budgetMinor ? 'over_budget' : null;
}

/**
 * The columns of `Limited`, of offers `o` and the subscriber `root`: by all that was given at a
 * save desk, by plays and from lists of care alike. What was undone after it had been given for
 * some days was given all the same.
 * @param caseId of the talk in which it would be given, if it is one
 */
export const limitColumns = (ctx: Ctx, caseId: number | null) => {
  const now = sql`${ctx.clock.now()}::timestamptz`;
  const gifts = sql`${[...giftKinds]}::text[]`;
  // given_offers_offer (offer_id, given_at), given_offers_subscriber, care_list_members_subscriber
  return sql`
    o.archived_at is not null as is_archived,
    o.least_tenure_months > 0 and coalesce(root.customer_since
        > (${now} - o.least_tenure_months * interval '1 month')::date, true)
      or o.least_monthly_minor > 0 and o.least_monthly_minor > ${monthlyOf(ctx, sql`root.id`)}
      as is_beneath,
    exists (
      select from given_offers g join subscribers m on m.id = g.subscriber_id
      join   retention_offers q on q.id = g.offer_id
      cross  join lateral (
        select q.kind = any(${gifts}) and o.kind = any(${gifts}) as are) gifts
      where  m.root_id = root.id and (g.undone_at is null or g.cost_minor > 0)
      -- One gift rests all others, as long as either of them asks for: several would stack. It is
      -- the one of its talk, however short it rests.
      and   (q.id = o.id and g.given_at > ${now} - o.cooldown_days * interval '1 day'
             or gifts.are and (g.case_id = ${caseId} or g.given_at
                > ${now} - greatest(o.cooldown_days, q.cooldown_days) * interval '1 day')))
      or o.kind = any(${gifts}) and exists (
        select from care_list_members k join subscribers m on m.id = k.subscriber_id
        where  m.root_id = root.id and k.outcome = 'taken' and k.action = any(${gifts})
        and    k.done_at > ${now} - o.cooldown_days * interval '1 day') as is_cooling,
    o.budget_minor, (
      select coalesce(sum(g.cost_minor), 0)::bigint from given_offers g
      where  g.offer_id = o.id
      and    g.given_at >= date_trunc('month', ${now}, ${ctx.operator.timeZone})) as spent_minor`;
};
