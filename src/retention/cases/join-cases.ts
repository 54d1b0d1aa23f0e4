import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { findExit } from '../exits/find-exit.ts';
import { keepNoticeDue } from '../exits/keep-notice-due.ts';
import { lockCasesOf, type StoredCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

/**
 * Two records are one person: of their open cases one goes on, with the wishes and the notices of
 * all. It is the one by which they leave, else the earliest. Two who both leave go on both.
 */
export async function joinCases(ctx: Ctx, { subjectId }: RecordedEvent): Promise<void> {
  const open = await lockCasesOf(ctx, subjectId);
  if (open.length < 2) return;
  const leaving = await Promise.all(open.map(({ id }) => findExit(ctx, id)));
  const at = Math.max(
    0,
    leaving.findIndex((exit) => exit !== null),
  );
  const into = open[at];
  const others = open.filter((one, place) => one !== into && leaving[place] === null);
  if (into && others.length > 0) await join(ctx, into, others);
}

async function join(ctx: Ctx, into: StoredCase, others: readonly StoredCase[]): Promise<void> {
  const from = others.map(({ id }) => id);
  for (const one of others) await closeInto(ctx, one, into);
  // case_wishes_case (case_id, id), port_notices_case (case_id, id)
  await sql`
    update case_wishes set case_id = ${into.id}, from_case_id = coalesce(from_case_id, case_id)
    where  case_id = any(${from}::bigint[])`.execute(ctx.db);
  // A number that is asked for in both is decided in each. port_notices_undecided
  await sql`
    update port_notices n set case_id = ${into.id}, from_case_id = coalesce(from_case_id, case_id)
    where  n.case_id = any(${from}::bigint[]) and not (n.decision is null and exists (
             select from port_notices p
             where  p.number = n.number and p.decision is null and (p.case_id = ${into.id}
                    or p.case_id = any(${from}::bigint[]) and p.id < n.id)))`.execute(ctx.db);
  await keepNoticeDue(ctx, [into.id, ...from]);
  const all = [into, ...others];
  const spoken = all.flatMap(({ spokenAt }) => (spokenAt ? [spokenAt] : []));
  const set = {
    isAngry: all.some(({ isAngry }) => isAngry),
    isRepeated: all.some(({ isRepeated }) => isRepeated),
    reasonId: into.reasonId ?? others.find(({ reasonId }) => reasonId !== null)?.reasonId ?? null,
    spokenAt: spoken.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
  };
  await writeCase(ctx, into, set, { type: 'retention.cases_joined', facts: { from } });
}

/** What is joined to another is no wish of its own; figures count the one that goes on. */
async function closeInto(ctx: Ctx, row: StoredCase, into: StoredCase): Promise<void> {
  const closedAt = ctx.clock.now();
  await ctx.db
    .insertInto('caseJoins')
    .values({
      caseId: row.id,
      intoId: into.id,
      joinedAt: closedAt,
      hadReasonId: into.reasonId,
      wasAngry: into.isAngry,
      wasRepeated: into.isRepeated,
      wasSpokenAt: into.spokenAt,
    })
    .execute();
  const set = { state: 'closed', outcome: 'mistake', closedAt, callAt: null };
  const facts = { outcome: 'mistake', into: into.id };
  await writeCase(ctx, row, set, { type: 'retention.case_closed', facts });
}
