import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { canWork } from './record/can-work.ts';

export type Worker = {
  id: number;
  name: string;
  email: string;
  teamId: number | null;
  /** No longer here: only what is done can be theirs. */
  isGone: boolean;
};

/** Everybody who may work on tickets, or might while they were here. */
export async function findWorkers(ctx: Ctx): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select s.id, s.name, s.email, s.team_id, s.disabled_at is not null as is_gone
    from   staff s join roles r on r.id = s.role_id
    where  ${canWork}
    order  by s.id`.execute(ctx.db);
  return rows;
}
