import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { flatten, loadValues } from '../record/values.ts';
import { type Overlay, type Standing, standings } from './overlay.ts';

export type Merge = {
  id: number;
  fromId: number;
  fromName: string;
  intoId: number;
  intoName: string;
  overlay: Overlay;
  mergedAt: Date;
  mergedBy: string | null;
};

/** A merge that has not been undone, or null. */
export async function findMerge(ctx: Ctx, mergeId: number): Promise<Merge | null> {
  const { rows } = await sql<Merge>`
    select m.id, m.from_id, f.display_name as from_name, m.into_id, i.display_name as into_name,
           m.overlay, m.merged_at, s.name as merged_by
    from   subscriber_merges m
    join   subscribers f on f.id = m.from_id
    join   subscribers i on i.id = m.into_id
    left   join staff s on s.id = m.merged_by
    where  m.id = ${mergeId} and m.undone_at is null`.execute(ctx.db);
  return rows[0] ?? null;
}

/** What undoing a merge would put back, and which chosen fields were edited since. */
export async function standingsOf(
  ctx: Ctx,
  merge: Merge,
): Promise<{ putBack: Standing[]; edited: Standing[] }> {
  const row = flatten(await loadValues(ctx, merge.intoId));
  // subscriber_merges_into (into_id)
  const { rows: later } = await sql<{ mergeId: number; overlay: Overlay }>`
    select id as merge_id, overlay from subscriber_merges
    where  into_id = ${merge.intoId} and id > ${merge.id} and undone_at is null
    order  by id`.execute(ctx.db);
  return standings(merge.overlay, row, later);
}
