import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';

type Input = { id: number; version: number; reason: string };

/** Hands out nothing more of a list. Whoever was chosen counts on, treated or not. */
export async function endList(ctx: Ctx, { id, version, reason }: Input): Promise<Result<Done>> {
  const list = await ctx.db
    .selectFrom('careLists')
    .select(['name', 'version', 'endedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!list) return fail('retention.no_such_list');
  if (list.endedAt) return fail('retention.list_over');
  if (list.version !== version) return fail('retention.changed_meanwhile');
  const [now, by] = [ctx.clock.now(), staffIdOf(ctx.actor)];
  await ctx.db
    .updateTable('careLists')
    .set({ endedAt: now, endedBy: by, endReason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await ctx.db
    .updateTable('careListMembers')
    .set({ state: 'dropped', doneAt: now, doneBy: by })
    .where('listId', '=', id)
    .where('state', 'in', ['waiting', 'open'])
    .execute();
  const subject = { kind: 'care_list', id };
  await emit(ctx, { type: 'retention.list_ended', subject, facts: { name: list.name, reason } });
  return ok({});
}
