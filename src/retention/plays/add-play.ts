import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';
import { type PlayFields, refusePlay, rowOf } from './refuse-play.ts';

/** Adds a play, switched off. */
export async function addPlay(ctx: Ctx, fields: PlayFields): Promise<Result<{ id: number }>> {
  const refused = await refusePlay(ctx, fields);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('plays')
    .values({ ...rowOf(fields), createdBy: staffIdOf(ctx.actor), createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'play', id: made.id };
  await emit(ctx, { type: 'retention.play_added', subject, facts: { name: fields.name } });
  return ok(made);
}
