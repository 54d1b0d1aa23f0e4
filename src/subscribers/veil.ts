import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail, type Result } from '../kernel/result.ts';
import type { Veiled } from '../kernel/veil.ts';
import { type Found, lockSubscriber } from './find-subscriber.ts';
import { type ClusterIds, cardVeils, type Veil } from './slots.ts';

/** Why what is personal of them must not be shown to the actor at this moment; null: it may. */
export async function veilOf(ctx: Ctx, ids: ClusterIds): Promise<Veil | null> {
  for (const { piece } of cardVeils.fills) {
    const veil = await piece.of(ctx, ids);
    if (veil) return veil;
  }
  return null;
}

/** What shows or changes nothing but what is personal is refused as a whole. */
export async function refuseVeiled(ctx: Ctx, ids: ClusterIds): Promise<Fail | null> {
  return (await veilOf(ctx, ids)) ? fail('subscribers.caller_unverified') : null;
}

/** The same of whoever a record belongs to, given by any id of its cluster. */
export async function isVeiled(ctx: Ctx, subscriberId: number | null): Promise<boolean> {
  if (subscriberId === null) return false;
  // subscribers_pkey, subscribers_root (root_id)
  const { rows } = await sql<{ id: number }>`
    select m.id from subscribers s join subscribers m on m.root_id = s.root_id
    where  s.id = ${subscriberId}`.execute(ctx.db);
  const ids = rows.map(({ id }) => id);
  return (await veilOf(ctx, ids)) !== null;
}

/** Locks for a change of what is personal: refused as well while a veil lies over it. */
export async function lockUnveiled(ctx: Ctx, id: number): Promise<Result<Found>> {
  const found = await lockSubscriber(ctx, id);
  return found.ok ? ((await refuseVeiled(ctx, found.value.ids)) ?? found) : found;
}

/** Over whom a veil lies for the actor at this moment, for what shows many of them at once. */
export async function veiledPeople(ctx: Ctx): Promise<Veiled> {
  const laid = await Promise.all(cardVeils.fills.map(({ piece }) => piece.roots(ctx)));
  if (laid.includes('all')) return 'all';
  const roots = laid.flat().filter((root) => root !== 'all');
  if (roots.length === 0) return new Set();
  // subscribers_root (root_id)
  const { rows } = await sql<{ id: number }>`
    select id from subscribers where root_id = any(${roots}::bigint[])`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
