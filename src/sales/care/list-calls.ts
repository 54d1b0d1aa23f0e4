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
 * Calls of care whose day has come, the one due earliest first: of deals that are the asker's or
 * nobody's, and of a colleague's within reach who works here no longer or is late by a working day.
 * Whoever has left us is not called.
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
  const [me, now] = [staffIdOf(ctx.actor), ctx.clock.now()];
  // care_calls_open (due_at, id) where done_at is null and dropped_at is null
  const { rows } = await sql<Call>`
    select k.id, k.deal_id, d.name, k.day, k.tries, k.due_at,
           case when d.owner_staff_id <> ${me} then s.name end as instead_of
    from   care_calls k
    join   deals d on d.id = k.deal_id
    join   deal_connections c on c.id = k.connection_id
    join   accounts a on a.id = c.account_id and a.state <> 'closed'
    left   join staff s on s.id = d.owner_staff_id
    where  k.done_at is null and k.dropped_at is null and k.starts_at <= ${now}
    and    (d.owner_staff_id is null or d.owner_staff_id = ${me}
            or s.disabled_at is not null or k.shared_at <= ${now})
    and    ${reaches(ctx, 'sales.work')} ${from}
    order  by k.due_at, k.id
    limit  ${limit}`.execute(ctx.db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const nextCursor = last ? makeCursor([last.dueAt.toISOString(), last.id]) : null;
  return ok({ calls: rows, nextCursor });
}
