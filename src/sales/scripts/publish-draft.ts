import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { findFlaw } from './check-steps.ts';
import { isExperimentOn } from '../experiments/is-experiment-on.ts';
import { lockScript, writeScript } from './write-script.ts';

/**
 * Makes the draft a version, which sales begin with from now on. A version is never changed, so
 * that a sale under way goes on by its own.
 */
export async function publishDraft(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (await isExperimentOn(ctx, id)) return fail('sales.experiment_on');
  const { draft } = locked.value;
  if (draft === null) return fail('sales.script_unchanged');
  const flaw = findFlaw(draft);
  if (flaw) return fail('sales.script_flawed', { step: flaw.at });
  const steps = JSON.stringify(draft);
  // sale_script_versions_script_id_number_key
  const { rows } = await sql<{ id: number; number: number }>`
    insert into sale_script_versions (script_id, number, steps, made_at, made_by)
    select ${id}, coalesce(max(number), 0) + 1, ${steps}::jsonb, ${ctx.clock.now()},
           ${staffIdOf(ctx.actor)}
    from   sale_script_versions where script_id = ${id}
    having not coalesce(bool_or(id = ${locked.value.currentId} and steps = ${steps}::jsonb), false)
    returning id, number`.execute(ctx.db);
  const [made] = rows;
  if (!made) return fail('sales.script_unchanged');
  const changes = { currentId: made.id, draft: null };
  return writeScript(ctx, locked.value, changes, 'published', { number: made.number });
}
