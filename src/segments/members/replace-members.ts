import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';

export type Moves = { size: number; entered: number; gone: number };

/**
 * Makes a segment's members those that a subquery of ids tells: who is new enters, who is not among
 * them leaves, whoever stays is left alone. One event tells of all who entered and one of all who
 * left; the rows say who.
 */
export async function replaceMembers(
  ctx: Ctx,
  segmentId: number,
  ids: RawBuilder<unknown>,
): Promise<Moves> {
  const now = ctx.clock.now();
  // segment_members_now (segment_id, subscriber_id) where until_at is null
  const { rows } = await sql<Moves>`
    with met as materialized (${ids}),
    standing as materialized (
      select id, subscriber_id from segment_members
      where  segment_id = ${segmentId} and until_at is null),
    entered as (
      insert into segment_members (segment_id, subscriber_id, since_at)
      select ${segmentId}, met.id, ${now}::timestamptz from met
      where  not exists (select from standing s where s.subscriber_id = met.id)
      on conflict (segment_id, subscriber_id) where until_at is null do nothing
      returning 1),
    gone as (
      update segment_members x set until_at = greatest(${now}::timestamptz, x.since_at)
      from   standing s
      where  x.id = s.id and not exists (select from met where met.id = s.subscriber_id)
      returning 1)
    select (select count(*) from met) as size, (select count(*) from entered) as entered,
           (select count(*) from gone) as gone`.execute(ctx.db);
  const moves = rows[0] ?? { size: 0, entered: 0, gone: 0 };
  await noteMoves(ctx, segmentId, moves);
  return moves;
}

/** Writes down what a change of members came to. */
export async function noteMoves(ctx: Ctx, segmentId: number, moves: Moves): Promise<void> {
  const { size, entered, gone } = moves;
  const countedAt = ctx.clock.now();
  await sql`
    insert into segment_counts (segment_id, counted_at, size, entered, gone)
    values (${segmentId}, ${countedAt}, ${size}, ${entered}, ${gone})`.execute(ctx.db);
  await sql`
    update segments set size = ${size}, counted_at = ${countedAt}, failure = null
    where  id = ${segmentId}`.execute(ctx.db);
  const subject = { kind: 'segment', id: segmentId };
  if (entered > 0) {
    await emit(ctx, { type: 'segments.entered', subject, facts: { count: entered, size } });
  }
  if (gone > 0) await emit(ctx, { type: 'segments.left', subject, facts: { count: gone, size } });
}
