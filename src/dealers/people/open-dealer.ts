import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { dealersApi } from '../api/dealers.ts';
import type { Commission, Held } from '../api/shapes.ts';
import { balanceOf, findDealer, withAll } from './find-dealer.ts';

type Shown = z.input<(typeof dealersApi)['GET /api/dealers/{id}']['output']>;

/** A dealer with all that stands on its page. */
export async function openDealer(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findDealer(ctx, id, 'dealers.view');
  if (!found.ok) return found;
  const contract = await ctx.db
    .selectFrom('dealers')
    .select(['contractNumber', 'contractOn', 'terms'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // dealer_staff_dealer (dealer_id), staff_pkey
  const people = await sql<Shown['people'][number]>`
    select p.staff_id, s.name from dealer_staff p join staff s on s.id = p.staff_id
    where  p.dealer_id = ${id} order by s.name, s.id`.execute(ctx.db);
  // dealer_settlements_dealer_id_to_on_key
  const settlements = await sql<Shown['settlements'][number]>`
    select x.id, x.from_on, x.to_on, x.counted, x.closed_at, s.name as closed_by
    from   dealer_settlements x left join staff s on s.id = x.closed_by
    where  x.dealer_id = ${id} order by x.to_on desc limit 60`.execute(ctx.db);
  return ok({
    ...found.value,
    ...contract,
    balanceMinor: await balanceOf(ctx, id),
    held: await heldBy(ctx, id),
    commissions: await commissionsOf(ctx, id),
    people: people.rows,
    settlements: settlements.rows,
  });
}

/** What a dealer has and has not sold, by batch. */
export async function heldBy(ctx: Ctx, dealerId: number): Promise<z.input<typeof Held>[]> {
  // dealer_hands_pkey, card_batches_pkey, cards_dealer (dealer_id, batch_id, number)
  const { rows } = await sql<z.input<typeof Held>>`
    select b.id as batch_id, b.series, h.cards, h.cards * b.value_minor as value_minor,
           b.valid_until, first.number as next_number
    from   dealer_hands h
    join   card_batches b on b.id = h.batch_id
    cross  join lateral (
      select c.number from cards c
      where  c.dealer_id = h.dealer_id and c.batch_id = h.batch_id and c.state = 'given'
      order  by c.number limit 1) first
    where  h.dealer_id = ${dealerId} and h.cards > 0
    order  by b.valid_until, b.id`.execute(ctx.db);
  return rows;
}

/** All rates of a dealer, those of now and to come first. */
export async function commissionsOf(
  ctx: Ctx,
  dealerId: number,
): Promise<z.input<typeof Commission>[]> {
  // dealer_commissions_dealer_id_kind_from_on_key
  const { rows } = await sql<z.input<typeof Commission>>`
    select id, kind, basis_points, amount_minor, from_on, to_on from dealer_commissions
    where  dealer_id = ${dealerId} order by kind, from_on desc`.execute(ctx.db);
  return rows;
}

/** Dealers to choose from. */
export async function listDealerNames(
  ctx: Ctx,
): Promise<Result<{ dealers: { id: number; name: string }[] }>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from dealers where archived_at is null and ${withAll(ctx, 'dealers.view')}
    order by name, id`.execute(ctx.db);
  return ok({ dealers: rows });
}
