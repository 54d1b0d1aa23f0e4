import { sql } from 'kysely';
import type { z } from 'zod';
import { InstantPlace, makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { rulesApi } from '../api/rules.ts';
import { reaches } from '../reach.ts';

type Route = (typeof rulesApi)['GET /api/ticket-rules/{id}/runs'];
type Listed = z.input<Route['output']>;

/** What a rule did and what was stopped, on tickets within the reader's reach, newest first. */
export async function listRuns(
  ctx: Ctx,
  { id: ruleId, cursor, limit }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const known = await sql`select from ticket_rules where id = ${ruleId}`.execute(ctx.db);
  if (known.rows.length === 0) return fail('tickets.no_such_rule');
  const after = placeAfter(cursor, InstantPlace);
  if (!after.ok) return after;
  const next = after.value
    ? sql`(r.at, r.id) < (${after.value[0]}::timestamptz, ${after.value[1]}::bigint)`
    : sql`true`;
  // ticket_rule_runs_rule (rule_id, at), tickets_pkey
  const { rows } = await sql<Listed['runs'][number] & { at: Date }>`
    select r.id, r.ticket_id, t.subject, r.at, r.outcome, r.reason
    from   ticket_rule_runs r join tickets t on t.id = r.ticket_id
    where  r.rule_id = ${ruleId} and ${next} and ${reaches(ctx, 'tickets.view')}
    order  by r.at desc, r.id desc
    limit  ${limit + 1}`.execute(ctx.db);
  const runs = rows.slice(0, limit);
  const last = rows.length > limit ? runs.at(-1) : undefined;
  return ok({ runs, nextCursor: last ? makeCursor([last.at, last.id]) : null });
}
