import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { refuseName } from './reasons.ts';

/** Adds a reason. */
export async function addReason(
  ctx: Ctx,
  { name }: { name: string },
): Promise<Result<{ id: number }>> {
  const refusal = await refuseName(ctx, name, null);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('correctionReasons')
    .values({ name, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'billing.reason_added',
    subject: { kind: 'correction_reason', id },
    facts: { after: { name } },
  });
  return ok({ id });
}

/** Names a reason otherwise, or puts it out of use; corrections that bear it keep it. */
export async function changeReason(
  ctx: Ctx,
  { id, name, isArchived }: { id: number; name: string; isArchived: boolean },
): Promise<Result<Done>> {
  const before = await ctx.db
    .selectFrom('correctionReasons')
    .select(['name', 'archivedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('billing.no_such_reason');
  const refusal = await refuseName(ctx, name, id);
  if (refusal) return refusal;
  const archivedAt = isArchived ? (before.archivedAt ?? ctx.clock.now()) : null;
  const after = { name, archivedAt };
  await ctx.db.updateTable('correctionReasons').set(after).where('id', '=', id).execute();
  await emit(ctx, {
    type: 'billing.reason_changed',
    subject: { kind: 'correction_reason', id },
    facts: { before, after },
  });
  return ok({});
}
