import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../../kernel/api/cursor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Paper, papersApi } from '../../api/papers.ts';
import { findAccount } from '../../find-account.ts';

type Route = (typeof papersApi)['GET /api/accounts/{id}/papers'];
type Row = Omit<Paper, 'madeAt'> & { madeAt: Date };

/** What was given out for an account, the latest first. */
export async function listPapers(
  ctx: Ctx,
  { id, cursor, limit }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const [before = null] = place.value ?? [];
  // papers_account (account_id, id desc), staff_pkey
  const { rows } = await sql<Row>`
    select p.id, p.kind, p.number, p.dated_on, p.from_on, p.to_on, p.currency, p.amount_minor,
           p.made_at, s.name as made_by
    from   papers p left join staff s on s.id = p.made_by
    where  p.account_id = ${id} and (${before}::bigint is null or p.id < ${before})
    order  by p.id desc limit ${limit + 1}`.execute(ctx.db);
  const papers = rows.slice(0, limit);
  const last = rows.length > limit ? papers.at(-1) : undefined;
  return ok({ papers, nextCursor: last ? makeCursor([last.id]) : null });
}
