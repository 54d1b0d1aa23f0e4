import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { categoriesApi } from '../api/categories.ts';
import { refuseCategory } from './categories.ts';

type Input = z.output<(typeof categoriesApi)['PUT /api/ticket-categories/{id}']['input']>;

/** Changes what begins from now on; tickets that are open keep what they began with. */
export async function changeCategory(
  ctx: Ctx,
  { id, isArchived, ...fields }: Input,
): Promise<Result<Done>> {
  const before = await ctx.db
    .selectFrom('ticketCategories')
    .select(['name', 'priority', 'teamId', 'archivedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('tickets.no_such_category');
  const refusal = await refuseCategory(ctx, fields, id);
  if (refusal) return refusal;
  const archivedAt = isArchived ? (before.archivedAt ?? ctx.clock.now()) : null;
  await ctx.db
    .updateTable('ticketCategories')
    .set({ ...fields, archivedAt })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'tickets.category_changed',
    subject: { kind: 'ticket_category', id },
    facts: { before, after: { ...fields, archivedAt } },
  });
  return ok({});
}
