import type { Ctx } from '../../kernel/context.ts';
import type { OfferBody } from '../api/shapes.ts';
import type { z } from 'zod';

export type OfferLoad = z.output<typeof OfferBody> & { buildingId: number };

const CHUNK = 1000;

/** Writes what competitors offer at houses, seen by nobody of the staff. */
export async function loadOffers(ctx: Ctx, offers: readonly OfferLoad[]): Promise<void> {
  const { currency } = ctx.operator;
  const createdAt = ctx.clock.now();
  for (let at = 0; at < offers.length; at += CHUNK) {
    const rows = offers.slice(at, at + CHUNK).map((one) => ({ ...one, currency, createdAt }));
    await ctx.db.insertInto('competitorOffers').values(rows).execute();
  }
}
