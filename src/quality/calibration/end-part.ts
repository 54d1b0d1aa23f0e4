import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { itemsOf } from '../reviews/score-card.ts';
import { lockMyPart } from './lock-calibration.ts';

/** Says that one has judged all, which has to be so, or that one goes back to it. */
export async function endPart(
  ctx: Ctx,
  { id, isDone }: { id: number; isDone: boolean },
): Promise<Result<{ id: number }>> {
  const part = await lockMyPart(ctx, id);
  if (!part.ok) return part;
  // quality_calibration_contacts_once,
  // quality_calibration_answers_pkey (contact_id, staff_id, item)
  const { rows } = await sql<{ applies: string[]; answered: string[] }>`
    select t.applies, array(select a.item from quality_calibration_answers a
                            where  a.contact_id = t.id and a.staff_id = ${me(ctx)}) as answered
    from   quality_calibration_contacts t where t.calibration_id = ${id}`.execute(ctx.db);
  const isWhole = rows.every(({ applies, answered }) =>
    itemsOf(part.value.groups, applies).every(({ key }) => answered.includes(key)),
  );
  if (isDone && !isWhole) return fail('quality.unanswered');
  // quality_calibration_people_pkey (calibration_id, staff_id)
  await sql`
    update quality_calibration_people set done_at = ${isDone ? ctx.clock.now() : null}
    where  calibration_id = ${id} and staff_id = ${me(ctx)}`.execute(ctx.db);
  return ok({ id });
}
