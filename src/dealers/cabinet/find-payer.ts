import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { forgetAttempt, noteAttempt } from '../activation/attempts.ts';
import type { Payer } from '../money/take-payment.ts';
import { ownDealer } from '../people/find-dealer.ts';
import { maskedName } from './masked-name.ts';

/**
 * An account by the number that its holder names. Numbers that are none are counted, so that nobody
 * goes through them.
 */
export async function findPayer(
  ctx: Ctx,
  number: string,
): Promise<Result<Payer & { holder: string }>> {
  const noted = await noteAttempt(ctx, [{ by: 'holder', of: staffIdOf(ctx.actor) ?? 0 }]);
  if ('failure' in noted) return noted;
  // accounts_number, subscribers_pkey
  const { rows } = await sql<Payer & { name: string }>`
    select a.id, a.number, a.currency, r.id as subscriber_id, r.display_name as name
    from   accounts a
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    where  a.number = ${number} and a.state <> 'closed' and r.erased_at is null`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('dealers.no_such_account', {}, { account: 'dealers.no_such_account' });
  await forgetAttempt(ctx, noted.ids);
  const { name, ...account } = found;
  return ok({ ...account, holder: maskedName(name) });
}

/** Whose an account is, for a dealer's person to make sure before money is taken. */
export async function showPayer(
  ctx: Ctx,
  { account: number }: { account: string },
): Promise<Result<{ account: string; holder: string; currency: string }>> {
  const dealer = await inTransaction(ctx, (tx) => ownDealer(tx));
  if (!dealer.ok) return dealer;
  const found = await findPayer(ctx, number);
  if (!found.ok) return found;
  const { number: account, holder, currency } = found.value;
  return ok({ account, holder, currency });
}
