import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { firstScript } from './first-script.ts';
import { usedScript } from './script-rows.ts';

/** Begins a script as a draft, with the steps of the one in use: words are easier to change. */
export async function createScript(
  ctx: Ctx,
  { name }: { name: string },
): Promise<Result<{ id: number; version: number }>> {
  const now = ctx.clock.now();
  const first = JSON.stringify(firstScript(ctx.operator.language).steps);
  const { rows } = await sql<{ id: number; version: number }>`
    insert into sale_scripts (name, position, created_at, draft, drafted_at, drafted_by)
    select ${name}, coalesce((select max(position) from sale_scripts), 0) + 1, ${now},
           coalesce((select v.steps from sale_scripts s
                     join   sale_script_versions v on v.id = s.current_id
                     where  s.id = (${usedScript})), ${first}::jsonb),
           ${now}, ${staffIdOf(ctx.actor)}
    on conflict (name) do nothing
    returning id, version`.execute(ctx.db);
  const [made] = rows;
  if (!made) return fail('sales.script_taken', {}, { name: 'sales.script_taken' });
  const subject = { kind: 'sale_script', id: made.id };
  await emit(ctx, { type: 'sales.script_created', subject, facts: { name } });
  return ok(made);
}
