import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Adds a node, by which buildings are served and their sales stopped together. */
export async function addNode(
  ctx: Ctx,
  { name }: { name: string },
): Promise<Result<{ id: number }>> {
  const made = await ctx.db
    .insertInto('nodes')
    .values({ name, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('network.name_taken', {}, { name: 'network.name_taken' });
  await emit(ctx, {
    type: 'network.node_added',
    subject: { kind: 'node', id: made.id },
    facts: { name },
  });
  return ok(made);
}
