import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockGuided } from './lock-guided.ts';
import { tell, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; answerId: number; hasHelped: boolean };

/** Records what was objected, what was answered, and whether it helped. */
export async function noteObjection(
  ctx: Ctx,
  { id, version, answerId, hasHelped }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const found = await ctx.db
    .selectFrom('objectionAnswers as a')
    .innerJoin('objections as o', 'o.id', 'a.objectionId')
    .select(['a.objectionId', 'o.name as objection'])
    .where('a.id', '=', answerId)
    .executeTakeFirst();
  if (!found) return fail('sales.no_such_answer');
  const { objectionId, objection } = found;
  await ctx.db
    .insertInto('guidedObjections')
    .values({
      guidedSaleId: id,
      objectionId,
      answerId,
      hasHelped,
      happenedAt: ctx.clock.now(),
      staffId: staffIdOf(ctx.actor),
    })
    .execute();
  await tell(ctx, locked.value, 'guided_objected', {
    objectionId,
    objection,
    answerId,
    hasHelped,
  });
  return ok(await writeGuided(ctx, locked.value, {}));
}
