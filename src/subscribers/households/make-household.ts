import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { householdsApi } from '../api/households.ts';
import { lockSubscribers } from '../find-subscriber.ts';
import { recordEvents } from '../record-event.ts';

type Input = z.output<(typeof householdsApi)['POST /api/households']['input']>;

/** Joins subscribers into a household or a holding. One subscriber may belong to several. */
export async function makeHousehold(
  ctx: Ctx,
  { kind, name, members }: Input,
): Promise<Result<{ id: number }>> {
  const found = await lockSubscribers(
    ctx,
    members.map((member) => member.subscriberId),
  );
  if (!found.ok) return found;
  const roles = new Map(members.map((member) => [member.subscriberId, member.role]));
  const ids = found.value.map((one) => one.id);
  const createdAt = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('households')
    .values({ kind, name, createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('householdMembers')
    .values(
      found.value.map((one) => ({
        householdId: id,
        subscriberId: one.id,
        role: one.ids.map((member) => roles.get(member)).find(Boolean) ?? '',
        joinedAt: createdAt,
      })),
    )
    .execute();
  await recordEvents(ctx, ids, 'subscribers.household_joined', {
    facts: { householdId: id, kind },
    personal: { name },
  });
  return ok({ id });
}
