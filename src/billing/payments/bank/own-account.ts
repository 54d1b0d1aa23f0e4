import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { type Fail, fail } from '../../../kernel/result.ts';

type Bank = { id: number; bankAccount: string | null };

/**
 * Whether a file may be this bank's, by the accounts that it says it is about. A bank whose
 * account is not known yet takes any but another bank's.
 */
export async function checkOwnAccount(
  ctx: Ctx,
  { id, bankAccount }: Bank,
  own: readonly string[],
): Promise<Fail | null> {
  if (own.length === 0) return null;
  if (bankAccount !== null) {
    return own.includes(bankAccount) ? null : otherAccount(own);
  }
  // payment_sources_bank_account (bank_account)
  const { rows } = await sql`
    select from payment_sources
    where  bank_account = any(${[...own]}::text[]) and id <> ${id} limit 1`.execute(ctx.db);
  return rows.length > 0 ? otherAccount(own) : null;
}

const otherAccount = (own: readonly string[]): Fail =>
  fail('billing.other_bank_account', { account: own.join(', ') });

/** A bank learns its account from the first file that names one alone. */
export async function learnOwnAccount(
  ctx: Ctx,
  { id, bankAccount }: Bank,
  own: readonly string[],
): Promise<void> {
  const [account, ...others] = own;
  if (bankAccount !== null || account === undefined || others.length > 0) return;
  await sql`
    update payment_sources set bank_account = ${account}, version = version + 1
    where  id = ${id} and bank_account is null`.execute(ctx.db);
}
