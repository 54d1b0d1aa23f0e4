import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { dropForeign } from '../exits/drop-foreign.ts';
import { keepNoticeDue } from '../exits/keep-notice-due.ts';
import { hasLeft } from './has-left.ts';
import { lockAnyCase, lockCasesOf, lockOpenOf, type StoredCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

type Joined = {
  caseId: number;
  intoId: number;
  hadReasonId: number | null;
  wasAngry: boolean;
  wasRepeated: boolean;
  wasSpokenAt: Date | null;
};
type Mood = Pick<StoredCase, 'isAngry' | 'isRepeated' | 'reasonId' | 'spokenAt'>;

const joinColumns = sql`
  j.case_id, j.into_id, j.had_reason_id, j.was_angry, j.was_repeated, j.was_spoken_at`;

/**
 * They were two people after all: each has the wishes and the notices again that were theirs, the
 * case that was joined to another goes on by itself, and no account is left by the application of
 * somebody else, whether cases were joined or not. What was said while they were one stays where it
 * is.
 */
export async function partCases(ctx: Ctx, { subjectId }: RecordedEvent): Promise<void> {
  // subscribers_root (root_id), retention_cases_subscriber, case_joins_pkey, case_joins_into
  const { rows } = await sql<Joined>`
    with theirs as (
      select c.id from subscribers m join retention_cases c on c.subscriber_id = m.id
      where  m.root_id = ${subjectId})
    select ${joinColumns}
    from   case_joins j
    join   retention_cases c on c.id = j.case_id
    join   retention_cases i on i.id = j.into_id
    join   subscribers own on own.id = c.subscriber_id
    join   subscribers other on other.id = i.subscriber_id
    where  own.root_id <> other.root_id
    and    j.case_id in (
      select k.case_id from theirs t join case_joins k on k.case_id = t.id
      union
      select k.case_id from theirs t join case_joins k on k.into_id = t.id)
    order  by j.case_id`.execute(ctx.db);
  for (const one of rows) await part(ctx, one);
  // Also where only one of them had a case, or both go on.
  for (const one of await lockCasesOf(ctx, subjectId)) await dropForeign(ctx, one);
}

async function part(ctx: Ctx, joined: Joined): Promise<void> {
  const own = await lockAnyCase(ctx, joined.caseId);
  const standing = await lockOpenOf(ctx, own.subscriberId);
  const target = standing ?? own;
  const left = await takeBack(ctx, joined.caseId, target.id);
  await ctx.db.deleteFrom('caseJoins').where('caseId', '=', joined.caseId).execute();
  await keepNoticeDue(ctx, [...new Set([target.id, joined.intoId, ...left])]);
  await giveUp(ctx, joined, own, nothing);
  if (standing) {
    const facts = { from: [own.id] };
    await writeCase(ctx, standing, {}, { type: 'retention.cases_joined', facts });
    return;
  }
  // Who has left since has nothing to be asked; their words stand with their own case.
  const isOver = own.outcome !== 'mistake' || (await hasLeft(ctx, own.subscriberId));
  if (isOver) return;
  const anew = { state: 'open' as const, outcome: null, closedAt: null, closedBy: null };
  await writeCase(ctx, own, anew, { type: 'retention.case_reopened' });
}

/**
 * Wishes and notices that a case brought along, with what had been joined to it before.
 * @returns the cases that they stood in
 */
async function takeBack(ctx: Ctx, caseId: number, toId: number): Promise<number[]> {
  const of = sql`
    with recursive theirs as (
      select ${caseId}::bigint as id
      union
      select j.case_id from theirs t join case_joins j on j.into_id = t.id)`;
  const back = (table: string, unless: RawBuilder<unknown>) => sql<{ caseId: number }>`
    ${of}
    update ${sql.table(table)} x
    set    case_id = ${toId}, from_case_id = nullif(x.from_case_id, ${toId})
    from   ${sql.table(table)} was
    where  was.id = x.id and x.case_id <> ${toId}
    and    x.from_case_id in (select id from theirs) and not (${unless})
    returning was.case_id`;
  // case_wishes_from (from_case_id), port_notices_from (from_case_id)
  const wishes = await back('case_wishes', sql`false`).execute(ctx.db);
  const isAsked = sql`x.decision is null and exists (
    select from port_notices p
    where  p.case_id = ${toId} and p.number = x.number and p.decision is null)`;
  const notices = await back('port_notices', isAsked).execute(ctx.db);
  return [...wishes.rows, ...notices.rows].map((row) => row.caseId);
}

/**
 * What the one that goes on has from the other, and nobody has said anew since. Where it was joined
 * to a third itself, that one has it from it: it is given up all along.
 */
async function giveUp(ctx: Ctx, joined: Joined, before: Mood, after: Mood): Promise<void> {
  const row = await lockAnyCase(ctx, joined.intoId);
  const further = row.state === 'open' ? null : await joinOf(ctx, row.id);
  if (row.state !== 'open' && !further) return;
  const set = moodWithout(row, joined, before, after);
  const facts = { from: [joined.caseId] };
  await writeCase(ctx, row, set, { type: 'retention.cases_parted', facts });
  if (further) await giveUp(ctx, further, row, set);
}

/** Nothing that another has from a case which is not theirs. */
const nothing: Mood = { isAngry: false, isRepeated: false, reasonId: null, spokenAt: null };

/** How a case stands without what another brought along, or brings no more. */
function moodWithout(row: Mood, joined: Joined, before: Mood, after: Mood): Mood {
  const isTheirs = joined.hadReasonId === null && row.reasonId === before.reasonId;
  const isSpoken = row.spokenAt?.getTime() === before.spokenAt?.getTime();
  const spoken = [joined.wasSpokenAt, after.spokenAt].filter((at) => at !== null);
  return {
    isAngry: row.isAngry && (joined.wasAngry || after.isAngry || !before.isAngry),
    isRepeated: row.isRepeated && (joined.wasRepeated || after.isRepeated || !before.isRepeated),
    reasonId: isTheirs ? after.reasonId : row.reasonId,
    spokenAt: isSpoken
      ? (spoken.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null)
      : row.spokenAt,
  };
}

async function joinOf(ctx: Ctx, caseId: number): Promise<Joined | null> {
  // case_joins_pkey
  const { rows } = await sql<Joined>`
    select ${joinColumns} from case_joins j where j.case_id = ${caseId}`.execute(ctx.db);
  return rows[0] ?? null;
}
