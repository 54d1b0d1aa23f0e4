import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber, today } from '../../subscribers/index.ts';
import type { programmeApi } from '../api/programme.ts';

type Input = z.output<(typeof programmeApi)['POST /api/vip/{id}/overrides']['input']>;

/** Asks to take somebody in, or to leave them out, against the rules; another has to approve. */
export async function askOverride(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const refused = refuse(ctx, input);
  if (refused) return refused;
  const { wants, tier, untilOn, reason } = input;
  const found = await lockSubscriber(ctx, input.id, 'subscribers.view');
  if (!found.ok) return found;
  const subscriberId = found.value.id;
  const made = await ctx.db
    .insertInto('vipOverrides')
    .values({
      subscriberId,
      wants,
      tier,
      untilOn,
      reason,
      askedBy: staffIdOf(ctx.actor),
      askedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('vip.override_stands');
  await emit(ctx, {
    type: 'vip.override_asked',
    subject: { kind: 'vip_client', id: subscriberId },
    subscriberId,
    facts: { wants, tier, on: untilOn },
  });
  return ok(made);
}

function refuse(ctx: Ctx, { wants, tier, untilOn }: Input): Fail | null {
  if ((wants === 'in') !== (tier !== null)) {
    return fail('vip.tier_needed', {}, { tier: 'vip.tier_needed' });
  }
  return untilOn < today(ctx) ? fail('vip.term_past', {}, { untilOn: 'vip.term_past' }) : null;
}
