import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { DebtSums } from '../api/dunning.ts';
import { holderJoins, reachesAccount } from '../reach.ts';
import { availableJoins, availableMinor } from '../states/available.ts';
import { debtAge } from './debt-age.ts';
import { loadDunning } from './load-dunning.ts';

/** How many debts of each age somebody sees, with what is missing, and whether steps go on. */
export async function sumDebts(ctx: Ctx): Promise<Result<DebtSums>> {
  // All of shortfalls: who is in debt is a small part of a base. Then primary keys.
  const { rows } = await sql<DebtSums['ages'][number]>`
    select ${sql.raw(debtAge)} as age, a.currency, count(*)::int as count,
           coalesce(sum(greatest(0, -${availableMinor})), 0)::bigint as debt_minor
    from   shortfalls f
    join   accounts a on a.id = f.account_id ${holderJoins} ${availableJoins}
    where  ${reachesAccount(ctx, 'billing.view')}
    group  by 1, 2
    order  by min(f.days), 2`.execute(ctx.db);
  const { isOn } = await loadDunning(ctx);
  return ok({ isOn, ages: rows });
}
