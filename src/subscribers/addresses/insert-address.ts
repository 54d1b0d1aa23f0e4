import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ensurePremise } from './ensure-premise.ts';
import { understandAddress } from './understand-address.ts';

export type InsertedAddress = { id: number; premiseId: number | null; isUnderstood: boolean };

/**
 * Writes a service address for `ids[0]` from one typed text. What is understood becomes a premise
 * of a building of a street, made where missing; what is not is kept as it was written. The first
 * address of a cluster is its primary one.
 */
export async function insertAddress(
  ctx: Ctx,
  ids: readonly number[],
  address: { text: string; label: string; isPrimary?: boolean | undefined },
): Promise<InsertedAddress> {
  const place = await understandAddress(ctx, address.text);
  const premiseId = place ? await ensurePremise(ctx, place) : null;
  if (address.isPrimary) await clearPrimaryAddress(ctx, ids);
  // service_addresses_subscriber (subscriber_id)
  const { rows } = await sql<{ id: number }>`
    insert into service_addresses
           (subscriber_id, premise_id, raw_text, label, is_primary, created_at)
    values (${ids[0]}, ${premiseId}, ${premiseId === null ? address.text : ''}, ${address.label},
            ${address.isPrimary ?? false} or not exists (
              select from service_addresses
              where  subscriber_id = any(${ids}::bigint[]) and removed_at is null),
            ${ctx.clock.now()})
    returning id`.execute(ctx.db);
  return { id: rows[0]?.id ?? 0, premiseId, isUnderstood: premiseId !== null };
}

/** Makes room for a new primary address: a cluster has one. */
export async function clearPrimaryAddress(ctx: Ctx, ids: readonly number[]): Promise<void> {
  await ctx.db
    .updateTable('serviceAddresses')
    .set({ isPrimary: false })
    .where('subscriberId', 'in', ids)
    .where('isPrimary', '=', true)
    .where('removedAt', 'is', null)
    .execute();
}
