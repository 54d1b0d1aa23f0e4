import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { TrustSettings } from '../api/trust.ts';
import { openWhom } from '../whom.ts';
import { loadTrust } from './load-rule.ts';

export const showTrustSettings = async (ctx: Ctx): Promise<Result<TrustSettings>> =>
  ok(await loadTrust(ctx));

/** Says how much is trusted to whom; the next sweep counts all limits anew. */
export async function changeTrust(ctx: Ctx, after: TrustSettings): Promise<Result<Done>> {
  await sql`select from trust_settings for update`.execute(ctx.db);
  const before = await loadTrust(ctx);
  if (before.version !== after.version) return fail('billing.changed_since');
  const readable = (await openWhom(ctx))(after.condition, sql`1`);
  if (!readable.ok) return readable;
  await ctx.db
    .updateTable('trustSettings')
    .set({
      ...after,
      condition: after.condition && JSON.stringify(after.condition),
      tenureSteps: JSON.stringify(after.tenureSteps),
      paidSteps: JSON.stringify(after.paidSteps),
      version: before.version + 1,
    })
    .execute();
  await sql`
    update trust_runs set through_account_id = 0, finished_at = null
    where  "on" = ${today(ctx)}`.execute(ctx.db);
  await emit(ctx, {
    type: 'billing.trust_rule_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}
