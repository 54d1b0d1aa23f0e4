import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Trust } from '../api/trust.ts';
import { findAccount } from '../find-account.ts';
import { availableJoins, untrustedMinor } from '../states/available.ts';
import { sayTrust } from './say-trust.ts';

type Row = Omit<Trust, 'words' | 'currency'>;

/** How much an account is trusted with, how much of that is spent, and why it is so much. */
export async function showTrust(ctx: Ctx, { id }: { id: number }): Promise<Result<Trust>> {
  const found = await findAccount(ctx, id, 'billing.promise');
  if (!found.ok) return found;
  // accounts_pkey, trust_limits_pkey, ledger_accounts_account
  const { rows } = await sql<Row>`
    select s.is_on, coalesce(trusted.limit_minor, 0) as limit_minor,
           least(coalesce(trusted.limit_minor, 0), greatest(0, -${untrustedMinor})) as used_minor,
           trusted.lowers_to_minor, trusted.lowers_on, coalesce(trusted.parts, '[]') as parts
    from   accounts a cross join trust_settings s ${availableJoins}
    where  a.id = ${id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`account ${id} is gone`);
  const words = sayTrust(ctx, row.limitMinor, row.parts);
  return ok({ ...row, currency: found.value.currency, words });
}
