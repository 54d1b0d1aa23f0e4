import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';

/** Lets the wider norm hold again. */
export async function removeNorm(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const before = await ctx.db
    .deleteFrom('ticketNorms')
    .where('id', '=', id)
    .returning(['kind', 'categoryId', 'priority', 'targetSeconds', 'calendarId'])
    .executeTakeFirst();
  if (!before) return fail('tickets.no_such_norm');
  await emit(ctx, {
    type: 'tickets.norm_removed',
    subject: { kind: 'ticket_norm', id },
    facts: { before },
  });
  return ok({});
}
