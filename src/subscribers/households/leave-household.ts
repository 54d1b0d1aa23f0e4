import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';
import { findHousehold } from './find-household.ts';

/** Takes a subscriber out of a household or a holding; the last one out closes it. */
export async function leaveHousehold(
  ctx: Ctx,
  input: { id: number; subscriberId: number },
): Promise<Result<Done>> {
  const found = await lockSubscriber(ctx, input.subscriberId);
  if (!found.ok) return found;
  const household = await findHousehold(ctx, input.id);
  if (!household) return fail('subscribers.no_such_household');
  const left = await ctx.db
    .deleteFrom('householdMembers')
    .where('householdId', '=', input.id)
    .where('subscriberId', 'in', found.value.ids)
    .executeTakeFirst();
  if (left.numDeletedRows === 0n) return fail('subscribers.no_such_household');
  await sql`update households set closed_at = ${ctx.clock.now()}
    where id = ${input.id}
    and   not exists (select from household_members where household_id = ${input.id})`.execute(
    ctx.db,
  );
  await recordEvent(ctx, found.value.id, 'subscribers.household_left', {
    facts: { householdId: input.id, kind: household.kind },
    personal: { name: household.name },
  });
  return ok({});
}
