import { type RawBuilder, sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { DeedKind } from '../api/kinds.ts';

export type Move = {
  batchId: number;
  firstNumber: number;
  lastNumber: number;
  kind: DeedKind;
  /** Who gets them when they are given; else whose they have to be, or null for anybody's. */
  dealerId: number | null;
  /** Earned by the sale of one. */
  commissionMinor?: number;
  reason?: string;
};

/** A range of numbers that went one way together. */
type Island = {
  deedId: number;
  cards: number;
  dealerId: number | null;
  soldCards: number;
  commissionMinor: number;
};

/** Which cards a deed is for, what becomes of them, and what it adds to a dealer's hand by each. */
const rules: Record<
  DeedKind,
  { from: RawBuilder<unknown>; to: RawBuilder<unknown>; adds: -1 | 0 | 1 }
> = {
  given: {
    from: sql`c.state = 'stock' and not c.is_blocked`,
    to: sql`state = 'given', dealer_id = m.dealer_id`,
    adds: 1,
  },
  returned: {
    from: sql`c.state = 'given'`,
    to: sql`state = 'stock', dealer_id = null`,
    adds: -1,
  },
  sold: {
    from: sql`c.state = 'given' and not c.is_blocked`,
    to: sql`state = 'sold', commission_minor = m.commission_minor`,
    adds: -1,
  },
  sale_undone: {
    from: sql`c.state = 'sold'`,
    to: sql`state = 'given', commission_minor = 0`,
    adds: 1,
  },
  blocked: {
    from: sql`c.state in ('stock', 'given', 'sold') and not c.is_blocked`,
    to: sql`is_blocked = true`,
    adds: 0,
  },
  unblocked: {
    from: sql`c.is_blocked and c.state <> 'expired'`,
    to: sql`is_blocked = false`,
    adds: 0,
  },
  expired: {
    from: sql`c.state in ('stock', 'given', 'sold')`,
    to: sql`state = 'expired'`,
    adds: -1,
  },
};

/**
 * Moves the cards of a range that a deed is for, and writes down by ranges what it did. The rows
 * are locked by number, so that two deeds over one range come one by one, and each card goes once.
 */
export async function moveCards(ctx: Ctx, move: Move): Promise<Island[]> {
  const { batchId, firstNumber, lastNumber, kind, dealerId, reason = '' } = move;
  const { from, to, adds } = rules[kind];
  const isOf = kind === 'given' || dealerId === null ? sql`true` : sql`c.dealer_id = ${dealerId}`;
  const earned = move.commissionMinor ?? 0;
  const gets = sql`${kind === 'given' ? dealerId : null}::bigint`;
  // cards_pkey (batch_id, number), dealer_hands_pkey (dealer_id, batch_id)
  const { rows } = await sql<Island>`
    with hit as materialized (
      select c.number, coalesce(${gets}, c.dealer_id) as dealer_id, c.state,
             case ${kind} when 'sold' then ${earned}::bigint
                          when 'sale_undone' then -c.commission_minor else 0 end as earned_minor
      from   cards c
      where  c.batch_id = ${batchId} and c.number between ${firstNumber} and ${lastNumber}
      and    ${from} and ${isOf}
      order  by c.number for update),
    moved as (
      update cards as x set ${to}
      from   (select number, dealer_id, earned_minor as commission_minor from hit) m
      where  x.batch_id = ${batchId} and x.number = m.number),
    -- Whatever leaves a hand was given before; what comes into one is given now.
    gained as (
      insert into dealer_hands as h (dealer_id, batch_id, cards)
      select dealer_id, ${batchId}, count(*) from hit
      where  ${adds} = 1 group by dealer_id order by dealer_id
      on     conflict (dealer_id, batch_id) do update set cards = h.cards + excluded.cards),
    lost as (
      update dealer_hands as h set cards = h.cards - gone.cards
      from   (select dealer_id, count(*) as cards from hit
              where  ${adds} = -1 and state = 'given' group by dealer_id) gone
      where  h.dealer_id = gone.dealer_id and h.batch_id = ${batchId}),
    islands as (
      select min(number) as first_number, max(number) as last_number, dealer_id,
             count(*) filter (where state = 'sold') as sold_cards,
             sum(earned_minor)::bigint as commission_minor
      from   (select *, number - row_number() over (partition by dealer_id order by number)
                     as island from hit) i
      group  by dealer_id, island),
    noted as (
      insert into card_deeds (batch_id, kind, first_number, last_number, dealer_id, value_minor,
             commission_minor, done_on, done_at, done_by, reason)
      select ${batchId}, ${kind}, i.first_number, i.last_number, i.dealer_id, b.value_minor,
             i.commission_minor, ${today(ctx)}, ${ctx.clock.now()}, ${staffIdOf(ctx.actor)},
             ${reason}
      from   islands i join card_batches b on b.id = ${batchId}
      order  by i.first_number
      returning id, first_number, last_number, dealer_id, commission_minor)
    select n.id as deed_id, n.last_number - n.first_number + 1 as cards, n.dealer_id,
           n.commission_minor, i.sold_cards
    from   noted n join islands i on i.first_number = n.first_number
    order  by n.id`.execute(ctx.db);
  return rows;
}
