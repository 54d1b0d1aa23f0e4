import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addressText, understandAddress } from '../../subscribers/index.ts';
import { linesAt, verdictOf } from './lines-at.ts';

/**
 * Keeps that somebody wants a line at a house where none can be had now: the house, never the flat
 * or the person. Words in which no house can be told are not kept.
 * @param wish.key of the request, so that a repeat is no second wish
 */
export async function noteWish(ctx: Ctx, wish: { address: string; key: string }): Promise<void> {
  const place = await understandAddress(ctx, wish.address);
  if (!place) return;
  const { buildingId } = place;
  if (buildingId !== null) {
    const { lines } = await linesAt(ctx, buildingId, undefined);
    if (verdictOf(lines) === 'available') return;
  }
  const house = addressText({ ...place, flat: null, rawText: '' });
  // coverage_wishes_key_key
  await sql`
    insert into coverage_wishes (building_id, house, key, created_at)
    values (${buildingId}, ${house}, ${wish.key}, ${ctx.clock.now()})
    on conflict (key) do nothing`.execute(ctx.db);
}
