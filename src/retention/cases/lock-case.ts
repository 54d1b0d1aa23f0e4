import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';
import type { Outcome } from './states.ts';

export type StoredCase = {
  id: number;
  version: number;
  subscriberId: number;
  state: 'open' | 'closed';
  outcome: Outcome | null;
  reasonId: number | null;
  ownerStaffId: number | null;
  teamId: number | null;
  isAngry: boolean;
  isRepeated: boolean;
  spokenAt: Date | null;
  /** By when another operator has to be answered. */
  noticeDueAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
};

const stored = sql`c.id, c.version, c.subscriber_id, c.state, c.outcome, c.reason_id,
  c.owner_staff_id, c.team_id, c.is_angry, c.is_repeated, c.spoken_at, c.notice_due_at,
  c.opened_at, c.closed_at`;

/**
 * A case's row, locked for a write by somebody who reaches it.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockCase(
  ctx: Ctx,
  id: number,
  version?: number,
): Promise<Result<StoredCase>> {
  // retention_cases_pkey
  const { rows } = await sql<StoredCase>`
    select ${stored} from retention_cases c
    where  c.id = ${id} and ${reaches(ctx, 'retention.work')} for update of c`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('retention.no_such_case');
  const isSeen = version === undefined || row.version === version;
  return isSeen ? ok(row) : fail('retention.changed_meanwhile');
}

/** The same for what the program does by itself, of a case that is known to be there. */
export async function lockAnyCase(ctx: Ctx, id: number): Promise<StoredCase> {
  // retention_cases_pkey
  const { rows } = await sql<StoredCase>`
    select ${stored} from retention_cases c where c.id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error(`there is no case ${id}`);
  return row;
}

/** The same for one that must be open. */
export async function lockOpenCase(
  ctx: Ctx,
  id: number,
  version?: number,
): Promise<Result<StoredCase>> {
  const locked = await lockCase(ctx, id, version);
  return locked.ok && locked.value.state !== 'open' ? fail('retention.case_closed') : locked;
}

/** A case that its asker reaches, to look at. */
export async function findCase(ctx: Ctx, id: number): Promise<Result<StoredCase>> {
  // retention_cases_pkey
  const { rows } = await sql<StoredCase>`
    select ${stored} from retention_cases c
    where  c.id = ${id} and ${reaches(ctx, 'retention.work')}`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('retention.no_such_case');
}

/** The open case of a subscriber, locked, whoever of the cluster it was opened for. */
export async function lockOpenOf(ctx: Ctx, subscriberId: number): Promise<StoredCase | null> {
  const [earliest = null] = await lockCasesOf(ctx, subscriberId);
  return earliest;
}

/** All open cases of a cluster, locked, the earliest first: two, where two were just merged. */
export async function lockCasesOf(ctx: Ctx, subscriberId: number): Promise<StoredCase[]> {
  // subscribers_pkey, subscribers_root (root_id), retention_cases_one_open
  const { rows } = await sql<StoredCase>`
    select ${stored} from retention_cases c
    where  c.state = 'open' and c.subscriber_id in (
      select m.id from subscribers s join subscribers m on m.root_id = s.root_id
      where  s.id = ${subscriberId})
    order  by c.id for update of c`.execute(ctx.db);
  return rows;
}
