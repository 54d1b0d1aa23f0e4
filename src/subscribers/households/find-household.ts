import type { Ctx } from '../../kernel/context.ts';

/** An open household or holding, its row locked: who joins and who leaves wait for each other. */
export async function findHousehold(
  ctx: Ctx,
  id: number,
): Promise<{ kind: string; name: string } | undefined> {
  return ctx.db
    .selectFrom('households')
    .select(['kind', 'name'])
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}
