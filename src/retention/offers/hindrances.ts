import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { giftKinds } from './kinds.ts';
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

/** Why an offer may not be given now. */
export const hindrances = ['archived', 'beneath', 'cooling', 'over_budget'] as const;
export type Hindrance = (typeof hindrances)[number];

/** At the desk an offer is also not said where it costs more than it is expected to bring. */
export const deskHindrances = [...hindrances, 'worthless'] as const;
export type DeskHindrance = (typeof deskHindrances)[number];

export function hindranceOf(offer: Limited, costMinor: number): Hindrance | null {
  if (offer.isArchived) return 'archived';
  if (offer.isBeneath) return 'beneath';
  if (offer.isCooling) return 'cooling';
  const { budgetMinor, spentMinor } = offer;
  return budgetMinor !== null && spentMinor + costMinor > budgetMinor ? 'over_budget' : null;
}

/**
 * The columns of `Limited`, of offers `o` and the subscriber `root`: by all that was given at a
 * save desk and by plays alike. What was undone after it had been given for some days was given
 * all the same.
 */
export const limitColumns = (ctx: Ctx) => {
  const now = sql`${ctx.clock.now()}::timestamptz`;
  const gifts = sql`${[...giftKinds]}::text[]`;
  // given_offers_offer (offer_id, given_at), given_offers_subscriber
  return sql`
    o.archived_at is not null as is_archived,
    o.least_tenure_months > 0 and coalesce(root.customer_since
        > (${now} - o.least_tenure_months * interval '1 month')::date, true)
      or o.least_monthly_minor > 0 and o.least_monthly_minor > ${monthlyOf(ctx, sql`root.id`)}
      as is_beneath,
    exists (
      select from given_offers g join subscribers m on m.id = g.subscriber_id
      join   retention_offers q on q.id = g.offer_id
      -- One gift rests all others: several at once would stack.
      where  m.root_id = root.id
      and   (q.id = o.id or q.kind = any(${gifts}) and o.kind = any(${gifts}))
      and   (g.undone_at is null or g.cost_minor > 0)
      and    g.given_at > ${now} - o.cooldown_days * interval '1 day') as is_cooling,
    o.budget_minor, (
      select coalesce(sum(g.cost_minor), 0)::bigint from given_offers g
      where  g.offer_id = o.id
      and    g.given_at >= date_trunc('month', ${now}, ${ctx.operator.timeZone})) as spent_minor`;
};
