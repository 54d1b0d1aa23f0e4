import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstScript } from './first-script.ts';
import { usedScript } from './script-rows.ts';
import type { Step } from './steps.ts';

/** Gives an operator who has no script the first one, in the operator's language. */
export async function ensureFirstScript(outer: Ctx): Promise<void> {
  await inTransaction(outer, ensureScript);
}

/** The version that sales begin with, the first script's at least, in an open transaction. */
export async function usedVersion(ctx: Ctx): Promise<{ id: number; steps: Step[] }> {
  await ensureScript(ctx);
  const { rows } = await sql<{ id: number; steps: Step[] }>`
    select v.id, v.steps
    from   sale_scripts s join sale_script_versions v on v.id = s.current_id
    where  s.id = (${usedScript})`.execute(ctx.db);
  const [used] = rows;
  if (!used) throw new Error('one script is in use always');
  return used;
}

async function ensureScript(ctx: Ctx): Promise<void> {
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
    update sale_scripts set current_id = ${first.id} where id = ${first.scriptId}`.execute(ctx.db);
}
