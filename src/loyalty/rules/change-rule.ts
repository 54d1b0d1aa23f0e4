import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { rulesApi } from '../api/rules.ts';
import { lockRule } from '../earning/rule-rows.ts';
import { nameTaken } from '../name-taken.ts';

type Input = z.output<(typeof rulesApi)['PUT /api/loyalty/rules/{id}']['input']>;

/**
 * Changes a rule, which is off from then on until it was tried again; or puts it away. What was
 * earned by it stays, and is judged by its signal, which therefore stays as well.
 */
export async function changeRule(
  ctx: Ctx,
  { id, version, isArchived, ...fields }: Input,
): Promise<Result<{ version: number }>> {
  const locked = await lockRule(ctx, id, version);
  if (!locked.ok) return locked;
  // earning_rules_name_key (name)
  const { rows } = await sql`
    select from earning_rules where name = ${fields.name} and id <> ${id}`.execute(ctx.db);
  if (rows.length > 0) return nameTaken();
  const next = version + 1;
  const archivedAt = isArchived ? ctx.clock.now() : null;
  await ctx.db
    .updateTable('earningRules')
    .set({ ...fields, version: next, onSince: null, archivedAt })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'earning_rule', id };
  await emit(ctx, { type: 'loyalty.rule_changed', subject, facts: { ...fields, isArchived } });
  return ok({ version: next });
}
