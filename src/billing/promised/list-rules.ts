import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { PromiseRule } from '../api/promises.ts';
import { openWhom } from '../whom.ts';
import { ruleColumns } from './rule-rows.ts';

type Listed = { currency: string; rules: PromiseRule[] };

/** Rules in their order, with what is wrong with those that cannot be read any more. */
export async function listRules(ctx: Ctx): Promise<Result<Listed>> {
  const { rows } = await sql<Omit<PromiseRule, 'problem'>>`
    select ${ruleColumns}, archived_at is not null as is_archived
    from   promise_rules order by archived_at is not null, position, id`.execute(ctx.db);
  const whom = await openWhom(ctx);
  const rules = rows.map((row) => {
    const readable = whom(row.condition, sql`1`);
    return { ...row, problem: readable.ok ? null : readable.failure.code };
  });
  return ok({ currency: ctx.operator.currency, rules });
}
