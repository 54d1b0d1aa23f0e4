import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled, today } from '../../subscribers/index.ts';
import { holdClient } from '../reach.ts';
import { type OccasionFields, refuseOccasion } from './refuse-occasion.ts';

/** Notes a day of a client. */
export async function addOccasion(
  ctx: Ctx,
  { id: givenId, ...fields }: OccasionFields & { id: number },
): Promise<Result<{ id: number; version: number }>> {
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  const subscriberId = held.value.id;
  const refused =
    (await refuseVeiled(ctx, [subscriberId])) ?? (await refuseOccasion(ctx, subscriberId, fields));
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('vipOccasions')
    .values({
      subscriberId,
      ...fields,
      confirmedOn: today(ctx),
      addedBy: staffIdOf(ctx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!made) return fail('vip.day_stands');
  await emit(ctx, {
    type: 'vip.occasion_added',
    subject: { kind: 'vip_client', id: subscriberId },
    subscriberId,
    facts: { kind: fields.kind },
  });
  return ok(made);
}
