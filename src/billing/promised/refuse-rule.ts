import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { PromiseRuleBody } from '../api/promises.ts';
import { openWhom } from '../whom.ts';

/** What is wrong with a rule as it is to be, if anything. */
export async function refuseRule(
  ctx: Ctx,
  body: PromiseRuleBody,
  own: number | null,
): Promise<Fail | null> {
  if (body.sumKind === 'fixed' && body.sumsMinor.length === 0) {
    return fail('billing.rule_without_sums', {}, { sumsMinor: 'billing.rule_without_sums' });
  }
  const { rows } = await sql`
    select from promise_rules
    where  name = ${body.name} and id is distinct from ${own}`.execute(ctx.db);
  if (rows.length > 0) return fail('billing.rule_taken', {}, { name: 'billing.rule_taken' });
  const readable = (await openWhom(ctx))(body.condition, sql`1`);
  return readable.ok ? null : readable;
}
