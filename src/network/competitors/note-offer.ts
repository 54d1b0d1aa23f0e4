import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { competitorsApi } from '../api/competitors.ts';
import { findBuilding } from '../coverage/find-building.ts';

type Input = z.output<
  (typeof competitorsApi)['POST /api/buildings/{id}/competitor-offers']['input']
>;

/** Notes what a competitor offers at a house; a newer sight stands beside the older ones. */
export async function noteOffer(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { id: buildingId, ...offer } = input;
  if (offer.seenOn > today(ctx)) {
    return fail('network.future_day', {}, { seenOn: 'network.future_day' });
  }
  const found = await findBuilding(ctx, buildingId);
  if (!found.ok) return found;
  const made = await ctx.db
    .insertInto('competitorOffers')
    .values({
      ...offer,
      buildingId,
      currency: ctx.operator.currency,
      seenBy: staffIdOf(ctx.actor),
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'network.offer_noted',
    subject: { kind: 'building', id: buildingId },
    facts: { ...offer },
  });
  return ok(made);
}

/** Takes an offer back; it is shown no more. */
export async function removeOffer(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const removed = await ctx.db
    .updateTable('competitorOffers')
    .set({ removedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning(['buildingId', 'competitor'])
    .executeTakeFirst();
  if (!removed) return fail('network.no_such_offer');
  await emit(ctx, {
    type: 'network.offer_removed',
    subject: { kind: 'building', id: removed.buildingId },
    facts: { competitor: removed.competitor },
  });
  return ok({});
}

/** Competitors that offers were noted of, for one spelling of each. */
export async function listCompetitors(ctx: Ctx): Promise<Result<{ names: string[] }>> {
  // One look at a table that agents fill by hand.
  const { rows } = await sql<{ competitor: string }>`
    select competitor from competitor_offers where removed_at is null
    group  by competitor order by count(*) desc, competitor limit 100`.execute(ctx.db);
  return ok({ names: rows.map(({ competitor }) => competitor) });
}
