import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { usedScript } from '../scripts/script-rows.ts';
import type { Step } from '../scripts/steps.ts';
import { isSecond } from './is-second.ts';

type Chosen = {
  versionId: number;
  name: string;
  number: number;
  steps: Step[];
  experimentId: number | null;
};

/** The version that a deal begins with: the current one, or in an experiment one of two. */
export async function chooseVersion(ctx: Ctx, dealId: number): Promise<Chosen | undefined> {
  // script_experiments_on
  const { rows } = await sql<{
    currentId: number;
    experimentId: number | null;
    firstVersionId: number;
    secondVersionId: number;
    secondPercent: number;
  }>`
    select s.current_id, x.id as experiment_id, x.first_version_id, x.second_version_id,
           x.second_percent
    from   sale_scripts s
    left   join script_experiments x on x.script_id = s.id and x.ended_at is null
    where  s.id = (${usedScript})`.execute(ctx.db);
  const [used] = rows;
  if (!used) return undefined;
  const { experimentId } = used;
  const inOrder = [used.firstVersionId, used.secondVersionId] as const;
  const id =
    experimentId === null
      ? used.currentId
      : inOrder[isSecond(experimentId, dealId, used.secondPercent) ? 1 : 0];
  const found = await sql<Omit<Chosen, 'experimentId'>>`
    select v.id as version_id, s.name, v.number, v.steps
    from   sale_script_versions v join sale_scripts s on s.id = v.script_id
    where  v.id = ${id}`.execute(ctx.db);
  return found.rows[0] && { ...found.rows[0], experimentId };
}
