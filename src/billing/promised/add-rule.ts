import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { PromiseRuleBody } from '../api/promises.ts';
import { refuseRule } from './refuse-rule.ts';
import { rowOf } from './rule-rows.ts';

/** Makes a rule of promised payments, the last in order. */
export async function addRule(ctx: Ctx, body: PromiseRuleBody): Promise<Result<{ id: number }>> {
  const refusal = await refuseRule(ctx, body, null);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('promiseRules')
    .values({
      ...rowOf(body),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from promise_rules)`,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'billing.promise_rule_added',
    subject: { kind: 'promise_rule', id },
    facts: { after: body },
  });
  return ok({ id });
}
