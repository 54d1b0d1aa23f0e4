import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { friendsApi } from '../api/friends.ts';

type Input = z.output<(typeof friendsApi)['PUT /api/loyalty/friend-steps']['input']>;

/** By night discounts follow what it says then. */
export async function changeSteps(ctx: Ctx, { steps, ...settings }: Input): Promise<Result<Done>> {
  if (new Set(steps.map(({ friends }) => friends)).size < steps.length) {
    return fail('loyalty.steps_alike');
  }
  // The row of the settings is held first, so that two changes come one by one.
  await ctx.db.updateTable('loyaltySettings').set(settings).execute();
  await ctx.db.deleteFrom('friendSteps').execute();
  if (steps.length > 0) await ctx.db.insertInto('friendSteps').values(steps).execute();
  const subject = { kind: 'operator', id: 1 };
  const facts = { ...settings, steps };
  await emit(ctx, { type: 'loyalty.friend_steps_changed', subject, facts });
  return ok({});
}
