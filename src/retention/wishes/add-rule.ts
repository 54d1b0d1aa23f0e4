import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { settingsApi } from '../api/settings.ts';
import { nameTaken } from '../name-taken.ts';
import { refusePhrases } from './refuse-phrases.ts';

type New = z.output<(typeof settingsApi)['POST /api/wish-rules']['input']>;

/** Adds words by which a wish is known from now on. */
export async function addRule(ctx: Ctx, input: New): Promise<Result<{ id: number }>> {
  const refused = refusePhrases(input);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('wishRules')
    .values({ ...input, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'wish_rule', id: made.id };
  await emit(ctx, { type: 'retention.rule_added', subject, facts: { name: input.name } });
  return ok(made);
}
