import { sql } from 'kysely';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { me } from '../reach.ts';

export type FollowUpRow = {
  id: number;
  conversationId: number;
  number: number;
  who: string;
  staff: { id: number; name: string };
  dueAt: Date;
  text: string;
  doneAt: Date | null;
};

/** What a follow-up shows, of `follow_ups u`. */
export const followUpQuery = sql`
  select u.id, u.conversation_id, c.number, u.due_at, u.text, u.done_at,
         coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as who,
         jsonb_build_object('id', s.id, 'name', s.name) as staff
  from   follow_ups u
  join   conversations c on c.id = u.conversation_id
  join   staff s on s.id = u.staff_id
  left   join subscribers s0 on s0.id = c.subscriber_id
  left   join subscribers r on r.id = s0.root_id`;

/** My promises to come back that are not kept yet, the earliest first. */
export async function listFollowUps(
  ctx: Ctx,
  input: { cursor?: string | undefined; limit: number; isDue?: boolean | undefined },
): Promise<Result<{ rows: FollowUpRow[]; next: string | null }>> {
  const place = placeAfter(input.cursor, InstantPlace);
  if (!place.ok) return place;
  const after = place.value ? sql`(u.due_at, u.id) > (${sql.join(place.value)})` : sql`true`;
  // follow_ups_due (staff_id, due_at, id) where done_at is null
  const { rows } = await sql<FollowUpRow>`
    ${followUpQuery}
    where  u.staff_id = ${me(ctx)} and u.done_at is null
    and    ${input.isDue ? sql`u.due_at <= ${ctx.clock.now()}` : sql`true`}
    and    ${after}
    order  by u.due_at, u.id
    limit  ${input.limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > input.limit && last !== undefined;
  return ok({
    rows: shown,
    next: hasMore ? makeCursor([last.dueAt.toISOString(), last.id]) : null,
  });
}
