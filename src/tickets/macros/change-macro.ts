import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { macrosApi } from '../api/macros.ts';
import { refuseMacro } from './macro-rows.ts';

type Input = z.output<(typeof macrosApi)['PUT /api/ticket-macros/{id}']['input']>;

/** Changes what a macro sets from now on, or puts it out of use. */
export async function changeMacro(
  ctx: Ctx,
  { id, isArchived, ...body }: Input,
): Promise<Result<Done>> {
  const before = await ctx.db
    .selectFrom('ticketMacros')
    .select(['name', 'fields', 'noteKind', 'note', 'archivedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return fail('tickets.no_such_macro');
  const refusal = isArchived ? null : await refuseMacro(ctx, body, id);
  if (refusal) return refusal;
  const archivedAt = isArchived ? (before.archivedAt ?? ctx.clock.now()) : null;
  await ctx.db
    .updateTable('ticketMacros')
    .set({ ...body, fields: JSON.stringify(body.fields), archivedAt })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'tickets.macro_changed',
    subject: { kind: 'ticket_macro', id },
    facts: { before, after: { ...body, archivedAt } },
  });
  return ok({});
}
