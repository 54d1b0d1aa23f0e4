import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ShownSegment } from './api/shapes.ts';
import { findRow, shownSegment } from './segment-rows.ts';
import { openVocabulary } from './words/vocabulary.ts';

type Count = { countedAt: Date; size: number; entered: number; gone: number };
type Change = { at: Date; type: string; by: string | null; name: string };
type Opened = ShownSegment & {
  createdBy: string | null;
  createdAt: Date;
  counts: Count[];
  changes: Change[];
};

/** Changes of size that a trend shows; what came of countings without any is left out. */
const MOST_COUNTS = 500;
const MOST_CHANGES = 50;

/** A segment, how its size went, and who changed it. */
export async function openSegment(ctx: Ctx, { id }: { id: number }): Promise<Result<Opened>> {
  const row = await findRow(ctx, id);
  if (!row) return fail('segments.not_found');
  // segment_counts_segment (segment_id, counted_at desc, id desc)
  const counts = await sql<Count>`
    select counted_at, size, entered, gone from segment_counts
    where  segment_id = ${id}
    order  by counted_at desc, id desc limit ${MOST_COUNTS}`.execute(ctx.db);
  // events_subject (subject_kind, subject_id, id desc)
  const changes = await sql<Change>`
    select e.occurred_at as at, e.type, s.name as by, coalesce(e.facts ->> 'name', '') as name
    from   events e left join staff s on s.id = e.actor_staff_id
    where  e.subject_kind = 'segment' and e.subject_id = ${id} and e.subscriber_id is null
    and    e.type not in ('segments.entered', 'segments.left')
    order  by e.id desc limit ${MOST_CHANGES}`.execute(ctx.db);
  const author = await sql<{ name: string }>`
    select name from staff where id = ${row.createdBy}`.execute(ctx.db);
  return ok({
    ...shownSegment(ctx, row, await openVocabulary(ctx)),
    createdBy: author.rows[0]?.name ?? null,
    createdAt: row.createdAt,
    counts: counts.rows,
    changes: changes.rows,
  });
}
