import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { leadsApi } from '../api/leads.ts';
import { type Lead, leadColumns, leadJoins, type LeadRow, reaches, unveiled } from './lead-rows.ts';

type Input = z.output<(typeof leadsApi)['GET /api/leads']['input']>;
const MOST_COUNTED = 100;

/** What waits, the earliest first; or what was decided, the latest first. */
export async function listLeads(
  ctx: Ctx,
  { isDecided, cursor, limit }: Input,
): Promise<Result<{ leads: Lead[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, InstantPlace);
  if (!place.ok) return place;
  const at = sql.ref(isDecided ? 'l.decidedAt' : 'l.createdAt');
  const from = place.value
    ? sql`and (${at}, l.id) ${sql.raw(isDecided ? '<' : '>')} (${place.value[0]}::timestamptz, ${place.value[1]})`
    : sql``;
  // leads_new (created_at, id), leads_decided (decided_at desc, id desc)
  const { rows } = await sql<LeadRow>`
    select ${leadColumns}
    from   leads l ${leadJoins}
    where  l.state ${sql.raw(isDecided ? '<>' : '=')} 'new' and ${reaches(ctx)} ${from}
    order  by ${isDecided ? sql`l.decided_at desc, l.id desc` : sql`l.created_at, l.id`}
    limit  ${limit}`.execute(ctx.db);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const end = last && (isDecided ? (last.decidedAt ?? last.createdAt) : last.createdAt);
  const nextCursor = last && end ? makeCursor([end.toISOString(), last.id]) : null;
  return ok({ leads: await unveiled(ctx, rows), nextCursor });
}

/** How many wait, as far as a badge tells. */
export async function countLeads(ctx: Ctx): Promise<Result<{ count: number }>> {
  // leads_new (created_at, id)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from leads l where l.state = 'new' and ${reaches(ctx)} limit ${MOST_COUNTED}) waiting
    `.execute(ctx.db);
  return ok({ count: rows[0]?.count ?? 0 });
}
