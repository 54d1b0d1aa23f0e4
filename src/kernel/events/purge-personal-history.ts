import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** Takes the personal part of the journal out for good; that something happened stays on record. */
export async function purgePersonalHistory(
  ctx: Ctx,
  subscriberIds: readonly number[],
): Promise<void> {
  // personal_history_subscriber (subscriber_id) where subscriber_id is not null
  await sql`delete from personal_history
    where subscriber_id = any(${subscriberIds}::bigint[])`.execute(ctx.db);
}

const ofSubjects = (kind: string, ids: readonly number[]) => sql`
  select id from events
  where  subject_kind = ${kind} and subject_id = any(${[...ids]}::bigint[])
  and    (subscriber_id is null or transaction_id is not null)`;

/** The same of things that are theirs, whoever's they were when it was written down. */
export async function purgeHistoryOf(
  ctx: Ctx,
  kind: string,
  subjectIds: readonly number[],
): Promise<void> {
  // events_subject (subject_kind, subject_id, id desc), personal_history_pkey
  await sql`delete from personal_history
    where event_id in (${ofSubjects(kind, subjectIds)})`.execute(ctx.db);
}

/** A thing that was nobody's has become somebody's: so has what was written down of it before. */
export async function claimHistory(
  ctx: Ctx,
  kind: string,
  subjectId: number,
  subscriberId: number,
): Promise<void> {
  // events_subject (subject_kind, subject_id, id desc), personal_history_pkey
  await sql`update personal_history set subscriber_id = ${subscriberId}
    where event_id in (${ofSubjects(kind, [subjectId])})
    and   subscriber_id is null`.execute(ctx.db);
}

/** The same of those events alone that tell of something. */
export async function purgeHistoryWith(
  ctx: Ctx,
  kind: string,
  subjectIds: readonly number[],
  facts: Record<string, number>,
): Promise<void> {
  // events_subject (subject_kind, subject_id, id desc), personal_history_pkey
  await sql`delete from personal_history
    where event_id in (${ofSubjects(kind, subjectIds)} and facts @> ${JSON.stringify(facts)}::jsonb)
    `.execute(ctx.db);
}
