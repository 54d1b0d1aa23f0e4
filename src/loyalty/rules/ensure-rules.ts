import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { firstLevels, firstRules } from './first-rules.ts';

/** Gives an operator who has no rule those that are of use everywhere, and the first levels. */
export async function ensureRules(ctx: Ctx): Promise<void> {
  const { language } = ctx.operator;
  const { rows } = await sql`
    select from earning_rules union all select from loyalty_levels limit 1`.execute(ctx.db);
  if (rows.length > 0) return;
  const createdAt = ctx.clock.now();
  const made = firstRules(language).map((rule) => ({ ...rule, createdAt }));
  await ctx.db.insertInto('earningRules').values(made).execute();
  await ctx.db.insertInto('loyaltyLevels').values(firstLevels(language)).execute();
}
