import { type RawBuilder, sql } from 'kysely';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Queue } from '../api/desk.ts';
import { bearsLabel } from '../../work/index.ts';
import { me, reaches } from '../reach.ts';
import { type DeskRow, rowsWhere } from './row-query.ts';

export type Page = { rows: DeskRow[]; next: string | null };

/** Waits for a try that was planned for later. */
const waitsForTry = (ctx: Ctx) => sql`exists (
  select from callbacks w where w.conversation_id = c.id and w.state = 'waiting'
  and w.next_try_at > ${ctx.clock.now()} and c.touched_at is not null)`;

/** The open conversations of a queue. */
export function inQueue(ctx: Ctx, queue: Exclude<Queue, 'closed'>): RawBuilder<unknown> {
  switch (queue) {
    case 'mine':
      return sql`c.owner_staff_id = ${me(ctx)} and c.state = 'open'`;
    case 'offered':
      return sql`c.state = 'open' and exists (
        select from offers l
        where  l.conversation_id = c.id and l.ended_at is null and l.staff_id = ${me(ctx)})`;
    case 'nobody':
      return sql`c.owner_staff_id is null and c.state = 'open'`;
    case 'retry':
      return sql`c.state = 'open' and ${waitsForTry(ctx)}`;
    case 'all':
      return sql`c.state <> 'closed'`;
    default:
      throw new Error(`no such queue: ${String(queue)}`);
  }
}

type Asked = {
  queue: Queue;
  labelId?: number | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** One page of a queue: the open by urgency, the closed from the latest back. */
export async function listQueue(
  ctx: Ctx,
  { queue, labelId, cursor, limit }: Asked,
): Promise<Result<Page>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const last = place.value && sql.join(place.value);
  const isMeant = labelId ? bearsLabel('conversations', sql.ref('c.id'), labelId) : sql`true`;
  const visible = sql`${reaches(ctx, 'conversations.view')} and ${isMeant}`;
  if (queue === 'closed') {
    // conversations_closed (closed_at desc, id desc) where state = 'closed'
    const after = last ? sql`(c.closed_at, c.id) < (${last})` : sql`true`;
    const where = sql`c.state = 'closed' and c.merged_into_id is null and ${visible} and ${after}`;
    const rows = await rowsWhere(ctx, where, sql`c.closed_at desc, c.id desc`, limit + 1);
    return ok(pageOf(rows, limit, (row) => row.closedAt));
  }
  // conversations_urgent (urgent_at, id), conversations_owner (owner_staff_id, urgent_at, id)
  const after = last ? sql`(c.urgent_at, c.id) > (${last})` : sql`true`;
  const where = sql`${inQueue(ctx, queue)} and ${visible} and ${after}`;
  const rows = await rowsWhere(ctx, where, sql`c.urgent_at, c.id`, limit + 1);
  return ok(pageOf(rows, limit, (row) => row.urgentAt));
}

/** Cuts the row too many off and makes the next page's cursor of the last one shown. */
export function pageOf(
  rows: DeskRow[],
  limit: number,
  sortedBy: (row: DeskRow) => Date | null,
): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (!last || rows.length <= limit) return { rows: shown, next: null };
  return { rows: shown, next: makeCursor([sortedBy(last)?.toISOString(), last.id]) };
}
