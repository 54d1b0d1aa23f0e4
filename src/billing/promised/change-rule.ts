import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { PromiseRuleBody } from '../api/promises.ts';
import { refuseRule } from './refuse-rule.ts';
import { type Rule, rowOf, ruleColumns } from './rule-rows.ts';

type Input = PromiseRuleBody & { id: number; version: number; isArchived: boolean };

/** Changes a rule for whoever promises from now on, or puts it out of use. */
export async function changeRule(
  ctx: Ctx,
  { id, version, isArchived, ...body }: Input,
): Promise<Result<Done>> {
  // promise_rules_pkey
  const { rows } = await sql<Rule & { archivedAt: Date | null }>`
    select ${ruleColumns}, archived_at from promise_rules
    where  id = ${id} for update`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('billing.no_such_rule');
  if (found.version !== version) return fail('billing.changed_since');
  const refusal = await refuseRule(ctx, body, id);
  if (refusal) return refusal;
  const { archivedAt, ...before } = found;
  await ctx.db
    .updateTable('promiseRules')
    .set({
      ...rowOf(body),
      version: version + 1,
      archivedAt: isArchived ? (archivedAt ?? ctx.clock.now()) : null,
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.promise_rule_changed',
    subject: { kind: 'promise_rule', id },
    facts: { before, after: { ...body, isArchived } },
  });
  return ok({});
}
