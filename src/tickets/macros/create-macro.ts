import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { macrosApi } from '../api/macros.ts';
import { refuseMacro } from './macro-rows.ts';

type Input = z.output<(typeof macrosApi)['POST /api/ticket-macros']['input']>;

/** Makes a macro. */
export async function createMacro(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const refusal = await refuseMacro(ctx, input, null);
  if (refusal) return refusal;
  const { fields, ...rest } = input;
  const { id } = await ctx.db
    .insertInto('ticketMacros')
    .values({ ...rest, fields: JSON.stringify(fields), createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'tickets.macro_created',
    subject: { kind: 'ticket_macro', id },
    facts: { after: input },
  });
  return ok({ id });
}
