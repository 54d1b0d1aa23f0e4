import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { nextPostingId, openDay, postSelected } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import type { Account } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { monthOf } from './open-scope.ts';

/**
 * Takes a sum from an account once, for what the words say; they stand on its statement.
 * @returns the line of the statement
 */
export async function postOnce(
  ctx: Ctx,
  account: Account,
  { amountMinor, words }: { amountMinor: number; words: string },
): Promise<number> {
  const { id, currency } = account;
  const { rows } = await sql<{ lineId: number }>`
    select ${nextPostingId} as line_id`.execute(ctx.db);
  const lineId = rows[0]?.lineId ?? 0;
  const day = today(ctx);
  const transactionId = await postSelected(
    ctx,
    {
      kind: 'charges',
      key: `charge once ${randomUUID()}`,
      occurredOn: await openDay(ctx, day),
      counterpart: 'revenue',
    },
    sql`select ${lineId}::bigint as posting_id, ${id}::bigint as account_id,
               ${currency}::text as currency, ${-amountMinor}::bigint as amount_minor`,
  );
  await ctx.db
    .insertInto('charges')
    .values({
      accountId: id,
      kind: 'one_off',
      month: monthOf(day),
      amountMinor,
      currency,
      words,
      transactionId,
      postingId: lineId,
    })
    .execute();
  await tellOfAccount(ctx, 'billing.charged_once', account, {
    amountMinor: -amountMinor,
    currency,
  });
  return lineId;
}
