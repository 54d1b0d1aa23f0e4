import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstScript } from './first-script.ts';

/** Gives an operator who has no script the first one, in the operator's language. */
export async function ensureFirstScript(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from sale_scripts limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    const { name, steps } = firstScript(ctx.operator.language);
    const now = ctx.clock.now();
    const made = await sql<{ id: number; scriptId: number }>`
      with made as (
        insert into sale_scripts (name, created_at) values (${name}, ${now})
        on conflict (name) do nothing returning id)
      insert into sale_script_versions (script_id, number, steps, made_at)
      select id, 1, ${JSON.stringify(steps)}::jsonb, ${now} from made
      returning id, script_id`.execute(ctx.db);
    const [first] = made.rows;
    if (!first) return;
    await sql`
      update sale_scripts set current_id = ${first.id} where id = ${first.scriptId}`.execute(
      ctx.db,
    );
  });
}
