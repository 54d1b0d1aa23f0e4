import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Keeps by when the earliest notice of a case has to be decided; nobody is answered after it. */
export async function keepNoticeDue(ctx: Ctx, caseIds: readonly number[]): Promise<void> {
  // retention_cases_pkey, port_notices_case (case_id, id)
  await sql`
    update retention_cases c
    set    notice_due_at = n.due_at, due_at = least(c.due_at, n.due_at)
    from   unnest(${[...caseIds]}::bigint[]) as i (id)
    cross  join lateral (
      select min(p.due_at) as due_at from port_notices p
      where  p.case_id = i.id and p.decision is null) n
    where  c.id = i.id`.execute(ctx.db);
}
