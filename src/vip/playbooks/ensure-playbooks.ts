import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { keepVersion } from './add-playbook.ts';
import { firstPlaybooks } from './first-playbooks.ts';

/** Gives an operator who has no scenario those that are of use everywhere. */
export async function ensurePlaybooks(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from vip_playbooks limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    for (const { startsOn, words, steps } of firstPlaybooks) {
      const { language } = ctx.operator;
      const made = await ctx.db
        .insertInto('vipPlaybooks')
        .values({ ...words[language], startsOn })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning(['id', 'version'])
        .executeTakeFirst();
      if (made) await keepVersion(ctx, made, steps[language]);
    }
  });
}
