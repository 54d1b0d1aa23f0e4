import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/** Whom late work of a team is told to, or of all teams. */
export type Leader = { id: number; teamId: number | null; isOfAll: boolean };

/**
 * Who leads a kind of work and sees it beyond their own: of their team, or all. An administrator is
 * told where nobody else does.
 * @param rights names of permissions: whoever has `leads`, and `works` for a team or for all
 */
export async function findLeaders(
  ctx: Ctx,
  { leads, works }: { leads: string; works: string },
): Promise<Leader[]> {
  // roles_pkey; an operator has some hundreds of staff
  const { rows } = await sql<Leader & { isAdministrator: boolean }>`
    select s.id, s.team_id, r.code is not distinct from 'administrator' as is_administrator,
           r.code is not distinct from 'administrator'
           or r.permissions ->> ${works}::text = 'all' as is_of_all
    from   staff s join roles r on r.id = s.role_id
    where  s.disabled_at is null
    and    (r.code is not distinct from 'administrator'
            or r.permissions ? ${leads}::text
               and r.permissions ->> ${works}::text in ('team', 'all'))
    order  by s.id`.execute(ctx.db);
  const others = rows.filter(({ isAdministrator }) => !isAdministrator);
  return others.length > 0 ? others : rows;
}
