import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { normOf, roundsWhere } from './list-rounds.ts';

type Shown = z.output<(typeof mysteryApi)['GET /api/quality-rounds/{id}']['output']>;

/** One round with its tasks, those left to do first. */
export async function showRound(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const [round] = await roundsWhere(ctx, sql`r.id = ${id}`, await normOf(ctx));
  if (!round) return fail('quality.no_such_round');
  // quality_shopper_tasks_round (round_id, due_on, id), quality_shopper_proofs_task (task_id, id)
  const { rows } = await sql<Shown['list'][number]>`
    select t.id, t.version, t.kind, t.channel, t.script, t.look_for, t.shopper, t.due_on, t.done_at,
           t.asked_at, t.answered_in, t.recommended, t.pitched, t.reason_asked, t.words,
           case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end
             as staff,
           e.name as entered_by, t.done_at is null and t.due_on < ${today(ctx)}::date as is_late,
           coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'words', p.words,
                                                         'link', p.link) order by p.id)
                     from   quality_shopper_proofs p where p.task_id = t.id), '[]') as proofs
    from   quality_shopper_tasks t
    left   join staff m on m.id = t.staff_id
    left   join staff e on e.id = t.entered_by
    where  t.round_id = ${id}
    order  by t.done_at is not null, t.due_on, t.id limit 500`.execute(ctx.db);
  return ok({ ...round, list: rows });
}
