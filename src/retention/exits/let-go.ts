import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Whether a number of a case was let go with no account that ends. port_notices_case */
export const hasLetNumberGo = (caseId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (select from port_notices g
          where  g.case_id = ${caseId} and g.decision = 'accepted' and g.account_id is null)`;

/** The same of one case. */
export async function hasNumberGone(ctx: Ctx, id: number): Promise<boolean> {
  const { rows } = await sql<{ hasGone: boolean }>`
    select ${hasLetNumberGo(sql`${id}`)} as has_gone`.execute(ctx.db);
  return rows[0]?.hasGone === true;
}
