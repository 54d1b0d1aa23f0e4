import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { today } from '../../subscribers/index.ts';
import { type Charged, chargeScope } from './charge-scope.ts';
import { firstMonth } from './first-month.ts';
import { loadSettings } from './load-settings.ts';
import { monthOf, openScope, termsOf } from './open-scope.ts';

/**
 * Charges some accounts what is due from them now, and gives back what is not: after a pause, a
 * resumption, another tariff, late usage. Locks them. The night's run does the same for all.
 * @param fromMonth the first month that may have changed, where that is before the usual
 */
export function chargeAccounts(
  given: Ctx,
  ids: readonly number[],
  fromMonth?: string,
): Promise<Charged> {
  return inTransaction(given, async (ctx) => {
    const settings = await loadSettings(ctx);
    if (!settings.chargesBeginOn || settings.chargesBeginOn > today(ctx) || ids.length === 0) {
      return { charges: 0, sums: [] };
    }
    const usual = await firstMonth(ctx);
    const first = fromMonth && fromMonth < usual ? monthOf(fromMonth) : usual;
    const scope = await openScope(ctx, settings, sql`a.id = any(${[...ids]}::bigint[])`);
    return chargeScope(ctx, termsOf(ctx, settings, first), scope, {
      key: `charges ${randomUUID()}`,
      runId: null,
    });
  });
}
