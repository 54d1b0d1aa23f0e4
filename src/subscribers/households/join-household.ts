import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';
import { findHousehold, reachesHousehold } from './find-household.ts';

/** Adds a subscriber to a household or a holding. */
export async function joinHousehold(
  ctx: Ctx,
  input: { id: number; subscriberId: number; role: string },
): Promise<Result<Done>> {
  const found = await lockSubscriber(ctx, input.subscriberId);
  if (!found.ok) return found;
  const household = await findHousehold(ctx, input.id);
  if (!household || !(await reachesHousehold(ctx, input.id)))
    return fail('subscribers.no_such_household');
  const { id: subscriberId, ids } = found.value;
  const before = await ctx.db
    .selectFrom('householdMembers')
    .select('subscriberId')
    .where('householdId', '=', input.id)
    .where('subscriberId', 'in', ids)
    .executeTakeFirst();
  if (before) return fail('subscribers.already_member');
  await ctx.db
    .insertInto('householdMembers')
    .values({
      householdId: input.id,
      subscriberId,
      role: input.role,
      joinedAt: ctx.clock.now(),
    })
    .execute();
  await recordEvent(ctx, subscriberId, 'subscribers.household_joined', {
    facts: { householdId: input.id, kind: household.kind },
    personal: { name: household.name },
  });
  return ok({});
}
