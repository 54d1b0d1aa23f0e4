import type { Ctx } from '../../kernel/context.ts';

/** @returns the new objection's id; nothing where one is called so already */
export const insertObjection = (
  ctx: Ctx,
  { name, words }: { name: string; words: string },
): Promise<{ id: number } | undefined> =>
  ctx.db
    .insertInto('objections')
    .values({ name, words, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
