import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { staleMaking } from '../api/stale.ts';
import type { Stored } from '../record/values.ts';

/**
 * Whether others have done something with a locked ticket that whoever writes at it has not seen.
 * @param seenId the newest step that the writer has seen; not given, everything was seen
 */
export async function isMissed(
  ctx: Ctx,
  { id, openedAt }: Stored,
  seenId: number | undefined,
): Promise<boolean> {
  if (seenId === undefined) return false;
  // events_subject (subject_kind, subject_id, id desc), of the months since
  const { rows } = await sql`
    select from events
    where  subject_kind = 'ticket' and subject_id = ${id} and id > ${seenId}
    and    recorded_at >= ${openedAt} and type = any(${[...staleMaking]}::text[])
    and    actor_staff_id is distinct from ${staffIdOf(ctx.actor)}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
