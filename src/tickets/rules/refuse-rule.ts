import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { isStay } from '../api/moments.ts';
import { doesSomething, refuseActions } from '../macros/macro-rows.ts';
import { checkWatchers } from '../set-watchers.ts';
import { personalVariable } from '../../work/index.ts';
import { type Rule, ticketsFor } from './rule-rows.ts';

export type RuleBody = Omit<Rule, 'id' | 'onSince' | 'version' | 'noteKind'> & {
  noteKind?: Rule['noteKind'] | undefined;
};

/** What is wrong with a rule as it is to be, if anything. */
export async function refuseRule(
  ctx: Ctx,
  body: RuleBody,
  own: number | null,
): Promise<Fail | null> {
  const { name, moment, afterSeconds, calendarId, condition, fields, note, watcherIds } = body;
  if (!doesSomething(fields) && note === '' && watcherIds.length === 0)
    return fail('tickets.rule_empty');
  // Something overdue is so at once; anything else has to last a while.
  if (isStay(moment) && moment !== 'overdue' && afterSeconds < LEAST_SECONDS)
    return at('afterSeconds', 'tickets.rule_after_needed');
  const { rows } = await sql<{ isTaken: boolean; isCalendar: boolean }>`
    select exists (select from ticket_rules where name = ${name}
                   and    id is distinct from ${own}) as is_taken,
           ${calendarId}::bigint is null
           or exists (select from calendars where id = ${calendarId}) as is_calendar`.execute(
    ctx.db,
  );
  if (rows[0]?.isTaken) return at('name', 'tickets.rule_taken');
  if (!rows[0]?.isCalendar) return at('calendarId', 'tickets.no_such_calendar');
  const personal = personalVariable(note);
  if (personal !== undefined)
    return fail('tickets.rule_personal', { name: personal }, { note: 'tickets.rule_personal' });
  const readable = (await ticketsFor(ctx))(condition);
  if (!readable.ok) return readable;
  return (await refuseActions(ctx, fields, note)) ?? checkWatchers(ctx, watcherIds);
}

const LEAST_SECONDS = 60;

const at = (field: string, code: string): Fail => fail(code, {}, { [field]: code });
