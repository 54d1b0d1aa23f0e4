import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';
import { refuseReward, type RewardFields, rowOf } from './reward-rows.ts';

type Input = RewardFields & { id: number; version: number; isArchived: boolean };

/** Changes what is given from now on, or puts it away; what was given stays as it was. */
export async function changeReward(
  ctx: Ctx,
  { id, version, isArchived, ...fields }: Input,
): Promise<Result<{ version: number }>> {
  const refused = isArchived ? null : await refuseReward(ctx, fields);
  if (refused) return refused;
  // rewards_name_key (name)
  const { rows } = await sql`
    select from rewards where name = ${fields.name} and id <> ${id}`.execute(ctx.db);
  if (rows.length > 0) return nameTaken();
  const next = version + 1;
  const changed = await ctx.db
    .updateTable('rewards')
    .set({
      ...rowOf(fields),
      version: next,
      archivedAt: isArchived ? ctx.clock.now() : null,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return refuseStale(ctx, id);
  const subject = { kind: 'reward', id };
  await emit(ctx, { type: 'loyalty.reward_changed', subject, facts: { ...fields, isArchived } });
  return ok({ version: next });
}

async function refuseStale(ctx: Ctx, id: number) {
  const found = await ctx.db
    .selectFrom('rewards')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return fail(found ? 'loyalty.changed_meanwhile' : 'loyalty.no_such_reward');
}
