import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Step } from './steps.ts';

/** A version by its number; nothing where a script has none of it. */
export async function findVersion(
  ctx: Ctx,
  scriptId: number,
  number: number,
): Promise<{ id: number; steps: Step[] } | undefined> {
  // sale_script_versions_script_id_number_key
  const { rows } = await sql<{ id: number; steps: Step[] }>`
    select id, steps from sale_script_versions
    where  script_id = ${scriptId} and number = ${number}`.execute(ctx.db);
  return rows[0];
}
