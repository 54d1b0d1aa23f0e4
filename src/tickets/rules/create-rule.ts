import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseRule, type RuleBody } from './refuse-rule.ts';

/** Makes a rule, switched off, the last in order. */
export async function createRule(ctx: Ctx, body: RuleBody): Promise<Result<{ id: number }>> {
  const refusal = await refuseRule(ctx, body, null);
  if (refusal) return refusal;
  const { name, moment, afterSeconds, calendarId, condition, fields, note } = body;
  const { noteKind = 'note', watcherIds } = body;
  const { rows } = await sql<{ id: number }>`
    insert into ticket_rules (name, moment, after_seconds, calendar_id, condition, fields, note,
      note_kind, watcher_ids, position, created_at)
    values (${name}, ${moment}, ${afterSeconds}, ${calendarId},
      ${condition && JSON.stringify(condition)}, ${JSON.stringify(fields)}, ${note},
      ${noteKind}, ${watcherIds},
      (select coalesce(max(position), 0) + 1 from ticket_rules), ${ctx.clock.now()})
    returning id`.execute(ctx.db);
  const id = rows[0]?.id ?? 0;
  await emit(ctx, {
    type: 'tickets.rule_created',
    subject: { kind: 'ticket_rule', id },
    facts: { after: body },
  });
  return ok({ id });
}
