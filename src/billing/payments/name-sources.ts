import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { paymentsApi } from '../api/payments.ts';
import type { SourceKind } from '../api/payment-kinds.ts';

type Answer = z.input<(typeof paymentsApi)['GET /api/payments/sources']['output']>;

/** Sources by name, for whoever works with payments: they are few. */
export async function nameSources(ctx: Ctx): Promise<Result<Answer>> {
  const rows = await ctx.db
    .selectFrom('paymentSources')
    .select(['id', 'kind', 'name', 'currency', 'isEnabled'])
    .orderBy('name')
    .execute();
  return ok({ sources: rows.map((row) => ({ ...row, kind: row.kind as SourceKind })) });
}
