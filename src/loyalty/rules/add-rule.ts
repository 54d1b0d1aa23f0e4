import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { rulesApi } from '../api/rules.ts';
import { nameTaken } from '../name-taken.ts';

type Input = z.output<(typeof rulesApi)['POST /api/loyalty/rules']['input']>;

/** Adds a rule, switched off. */
export async function addRule(ctx: Ctx, fields: Input): Promise<Result<{ id: number }>> {
  const made = await ctx.db
    .insertInto('earningRules')
    .values({ ...fields, createdBy: staffIdOf(ctx.actor), createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'earning_rule', id: made.id };
  await emit(ctx, { type: 'loyalty.rule_added', subject, facts: fields });
  return ok(made);
}
