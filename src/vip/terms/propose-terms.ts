import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { termsApi } from '../api/terms.ts';
import { holdClient } from '../reach.ts';
import { checkTerms } from './check-terms.ts';

type Input = z.output<(typeof termsApi)['POST /api/vip/{id}/terms']['input']>;

/** Proposes individual terms; they are kept with what they would come to, until another decides. */
export async function proposeTerms(
  ctx: Ctx,
  { id: givenId, reason, ...terms }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  const { id: subscriberId } = held.value;
  // One after another, so that two for the same are seen.
  await sql`select from vip_clients where id = ${subscriberId} for no key update`.execute(ctx.db);
  const checked = await checkTerms(ctx, held.value, terms);
  if (!checked.ok) return checked;
  const { subscriptionIds, ...fields } = terms;
  const { nowMinor, thenMinor, costMinor, secondFor } = checked.value;
  const made = await ctx.db
    .insertInto('vipTerms')
    .values({
      subscriberId,
      ...fields,
      reason,
      nowMinor,
      thenMinor,
      costMinor,
      secondFor,
      askedBy: staffIdOf(ctx.actor),
      askedAt: ctx.clock.now(),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  // vip_terms_services_pkey
  await sql`
    insert into vip_terms_services (terms_id, subscription_id)
    select distinct ${made.id}::bigint, x from unnest(${subscriptionIds}::bigint[]) x`.execute(
    ctx.db,
  );
  await emit(ctx, {
    type: 'vip.terms_proposed',
    subject: { kind: 'vip_terms', id: made.id },
    subscriberId,
    facts: { kind: terms.kind, on: terms.fromOn, lessMinor: nowMinor - thenMinor },
    personal: { reason },
  });
  return ok(made);
}
