import { sql } from 'kysely';
import { type Ctx, reachOf, teamIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { canWork, loadOf } from '../offering/free-agents.ts';

type Assignee = {
  id: number;
  name: string;
  team: string | null;
  isHere: boolean;
  isReady: boolean;
  load: number;
  loadLimit: number;
};

const MOST_PEOPLE = 500;

/** Who may be given a conversation, those who are ready first and the least loaded of them. */
export async function listAssignees(ctx: Ctx): Promise<Result<{ people: Assignee[] }>> {
  const isTeamOnly = reachOf(ctx.actor, 'conversations.assign') !== 'all';
  const teamId = teamIdOf(ctx.actor);
  const { rows } = await sql<Assignee>`
    select s.id, s.name, t.name as team, s.load_limit, ${loadOf(ctx)} as load,
           coalesce(p.is_here and p.state <> 'away', false) as is_here,
           coalesce(p.is_here and p.state = 'ready', false) as is_ready
    from   staff s
    join   roles r on r.id = s.role_id
    left   join teams t on t.id = s.team_id
    left   join presence p on p.staff_id = s.id
    where  s.disabled_at is null and ${canWork}
    and    (not ${isTeamOnly} or s.team_id is not distinct from ${teamId})
    order  by is_ready desc, is_here desc, load, s.name
    limit  ${MOST_PEOPLE}`.execute(ctx.db);
  return ok({ people: rows });
}
