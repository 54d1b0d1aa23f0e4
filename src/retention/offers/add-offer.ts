import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { offersApi } from '../api/offers.ts';
import { nameTaken } from '../name-taken.ts';
import { refuseOffer } from './refuse-offer.ts';

type New = z.output<(typeof offersApi)['POST /api/retention-offers']['input']>;

/** Adds something to offer. */
export async function addOffer(ctx: Ctx, input: New): Promise<Result<{ id: number }>> {
  const refused = await refuseOffer(ctx, input);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('retentionOffers')
    .values({ ...input, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'retention_offer', id: made.id };
  await emit(ctx, { type: 'retention.offer_added', subject, facts: { name: input.name } });
  return ok(made);
}
