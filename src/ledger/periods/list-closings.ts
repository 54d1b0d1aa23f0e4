import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';

type Closing = {
  id: number;
  closedThrough: string;
  closedAt: Date;
  closedBy: string | null;
  postings: number | null;
};

/** The latest hundred: eight years of months. */
export async function listClosings(ctx: Ctx): Promise<Result<{ closings: Closing[] }>> {
  // ledger_closings_closed_through_key (closed_through)
  const { rows } = await sql<Closing>`
    select c.id, c.closed_through, c.closed_at, s.name as closed_by,
           (select sum(t.postings)::bigint from ledger_closing_totals t
            where  t.closing_id = c.id) as postings
    from   ledger_closings c
    left   join staff s on s.id = c.closed_by
    order  by c.closed_through desc limit 100`.execute(ctx.db);
  return ok({ closings: rows });
}
