import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { normsApi } from '../api/norms.ts';

type Listed = z.input<(typeof normsApi)['GET /api/ticket-norms']['output']>;

/** Every promise that differs from the general one; there are dozens at most. */
export async function listNorms(ctx: Ctx): Promise<Result<Listed>> {
  const rows = await ctx.db
    .selectFrom('ticketNorms')
    .select(['id', 'kind', 'categoryId', 'priority', 'targetSeconds', 'calendarId'])
    .orderBy('kind')
    .orderBy('categoryId')
    .orderBy('priority')
    .execute();
  return ok({ norms: rows as Listed['norms'] });
}
