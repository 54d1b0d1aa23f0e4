import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PresenceState } from '../presence.ts';
import { spanOf } from './days.ts';
import { stints } from './stints.ts';

type Stint = {
  state: PresenceState;
  isHere: boolean;
  began: Date;
  ended: Date;
  /** Who chose it, where that was a colleague. */
  by: string | null;
};

/** What one person did on one day, from the first minute, change by change. */
export async function listStateChanges(
  ctx: Ctx,
  { staffId, day }: { staffId: number; day: string },
): Promise<Result<{ name: string; stints: Stint[] }>> {
  const person = await ctx.db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', staffId)
    .where(visibleTo(ctx, 'staff.states', { owner: 'staff.id', team: 'staff.teamId' }))
    .executeTakeFirst();
  if (!person) return fail('staff.not_found');
  const span = spanOf(ctx, { from: day, to: day });
  if (!span.ok) return span;
  const { rows } = await sql<Stint>`
    with who as (select ${staffId}::bigint as id)
    select t.state, t.is_here, t.began, t.ended, b.name as by
    from   (${stints(ctx, span.value)}) t
    left   join staff b on b.id = t.by_staff_id and b.id <> t.staff_id
    order  by t.began`.execute(ctx.db);
  return ok({ name: person.name, stints: rows });
}
