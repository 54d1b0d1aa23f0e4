import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { careApi } from '../api/care.ts';
import { reaches } from '../reach.ts';

type Route = (typeof careApi)['GET /api/care-calls'];
type Call = Omit<z.input<Route['output']>['calls'][number], 'dueAt'> & { dueAt: Date };

/**
 * Calls of care whose day has come, of deals that are the asker's or nobody's, the one due earliest
 * first. Whoever has left us is not called.
 */
export async function listCalls(
  ctx: Ctx,
  { cursor, limit }: z.output<Route['input']>,
): Promise<Result<{ calls: Call[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const from = place.value
    ? sql`and (k.due_at, k.id) > (${place.value[0]}::timestamptz, ${place.value[1]})`
    : sql``;
  // care_calls_open (due_at, id) where done_at is null and dropped_at is null
  const { rows } = await sql<Call>`
    select k.id, k.deal_id, d.name, k.day, k.tries, k.due_at
    from   care_calls k
    join   deals d on d.id = k.deal_id
    join   deal_connections c on c.id = k.connection_id
    join   accounts a on a.id = c.account_id and a.state <> 'closed'
    where  k.done_at is null and k.dropped_at is null and k.starts_at <= ${ctx.clock.now()}
    and    (d.owner_staff_id = ${staffIdOf(ctx.actor)} or d.owner_staff_id is null)
    and    ${reaches(ctx, 'sales.work')} ${from}
    order  by k.due_at, k.id
    limit  ${limit}`.execute(ctx.db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const nextCursor = last ? makeCursor([last.dueAt.toISOString(), last.id]) : null;
  return ok({ calls: rows, nextCursor });
}
