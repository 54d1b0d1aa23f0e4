import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseRule, type RuleBody } from './refuse-rule.ts';
import { ruleColumns, type Rule } from './rule-rows.ts';

type Input = RuleBody & { id: number; version: number; isArchived: boolean };
type Kept = Rule & { archivedAt: Date | null; triedVersion: number | null };

/** A rule's row, locked for a write by somebody who has seen this version of it. */
export async function lockRule(ctx: Ctx, id: number, version?: number): Promise<Result<Kept>> {
  // ticket_rules_pkey
  const { rows } = await sql<Kept>`
    select ${ruleColumns}, archived_at, tried_version from ticket_rules
    where  id = ${id} for update`.execute(ctx.db);
  const [rule] = rows;
  if (!rule) return fail('tickets.no_such_rule');
  const isStale = version !== undefined && rule.version !== version;
  return isStale ? fail('tickets.changed_meanwhile') : ok(rule);
}

/**
 * Changes a rule. One that does something else from now on is another rule: it is switched off
 * until somebody has looked at what that would have done.
 */
export async function changeRule(
  ctx: Ctx,
  { id, version, isArchived, ...given }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockRule(ctx, id, version);
  if (!locked.ok) return locked;
  const body = { ...given, noteKind: given.noteKind ?? locked.value.noteKind };
  const refusal = isArchived ? null : await refuseRule(ctx, body, id);
  if (refusal) return refusal;
  const { onSince, archivedAt, triedVersion, id: _, version: __, ...before } = locked.value;
  const isSame = isDeepStrictEqual(acting(before), acting(body));
  const next = version + 1;
  const isTried = isSame && triedVersion === version;
  const { name, moment, afterSeconds, calendarId, condition, fields, note, noteKind } = body;
  await sql`
    update ticket_rules
    set    name = ${name}, moment = ${moment}, after_seconds = ${afterSeconds},
           calendar_id = ${calendarId}, condition = ${condition && JSON.stringify(condition)},
           fields = ${JSON.stringify(fields)}, note = ${note}, note_kind = ${noteKind},
           watcher_ids = ${body.watcherIds},
           version = ${next}, tried_version = ${isTried ? next : null},
           on_since = ${isSame && !isArchived ? onSince : null},
           archived_at = ${isArchived ? (archivedAt ?? ctx.clock.now()) : null}
    where  id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: 'tickets.rule_changed',
    subject: { kind: 'ticket_rule', id },
    facts: { before, after: { ...body, isArchived } },
  });
  return ok({ id, version: next });
}

/** All of a rule but its name, without what is not set. */
const acting = (body: RuleBody): unknown => JSON.parse(JSON.stringify({ ...body, name: '' }));
