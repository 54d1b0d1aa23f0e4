import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { categoriesApi } from '../api/categories.ts';
import { refuseCategory } from './categories.ts';

type Input = z.output<(typeof categoriesApi)['POST /api/ticket-categories']['input']>;

/** Adds a category, to the end of the list. */
export async function createCategory(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const refusal = await refuseCategory(ctx, input, null);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('ticketCategories')
    .values((eb) => ({
      ...input,
      position: eb
        .selectFrom('ticketCategories')
        .select((max) => max.fn.coalesce(max.fn.max('position'), max.lit(0)).as('position')),
      createdAt: ctx.clock.now(),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'tickets.category_created',
    subject: { kind: 'ticket_category', id },
    facts: { after: input },
  });
  return ok({ id });
}
