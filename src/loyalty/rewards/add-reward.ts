import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';
import { refuseReward, type RewardFields, rowOf } from './reward-rows.ts';

export async function addReward(ctx: Ctx, fields: RewardFields): Promise<Result<{ id: number }>> {
  const refused = await refuseReward(ctx, fields);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('rewards')
    .values({ ...rowOf(fields), createdBy: staffIdOf(ctx.actor), createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'reward', id: made.id };
  await emit(ctx, { type: 'loyalty.reward_added', subject, facts: { name: fields.name } });
  return ok(made);
}
