import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nextPostingId, openDay, postSelected } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { monthOf } from './open-scope.ts';

/** Charges something once, in words that stand on the statement. */
export async function chargeOnce(
  ctx: Ctx,
  { id, amountMinor, words }: { id: number; amountMinor: number; words: string },
): Promise<Result<{ lineId: number }>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  const { currency } = locked.value;
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
  await tellOfAccount(ctx, 'billing.charged_once', locked.value, {
    amountMinor: -amountMinor,
    currency,
  });
  return ok({ lineId });
}
