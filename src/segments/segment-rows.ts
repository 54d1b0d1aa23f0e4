import { sql } from 'kysely';
import type { Condition } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import type { SegmentKind, ShownSegment } from './api/shapes.ts';
import { sayCondition } from './words/say-condition.ts';
import type { Vocabulary } from './words/vocabulary.ts';

export type SegmentRow = {
  id: number;
  version: number;
  name: string;
  note: string;
  kind: SegmentKind;
  condition: Condition | null;
  isBadge: boolean;
  everyMinutes: number;
  nextAt: Date | null;
  size: number;
  countedAt: Date | null;
  failure: string | null;
  createdAt: Date;
  createdBy: number | null;
  archivedAt: Date | null;
};

const columns = sql`
  id, version, name, note, kind, condition, is_badge, every_minutes, next_at, size, counted_at,
  failure, created_at, created_by, archived_at`;

/** An operator has some hundreds at most. */
export async function listRows(ctx: Ctx, isAll: boolean): Promise<SegmentRow[]> {
  const { rows } = await sql<SegmentRow>`
    select ${columns} from segments where ${isAll} or archived_at is null
    order  by archived_at is not null, lower(name), id limit 1000`.execute(ctx.db);
  return rows;
}

export async function findRow(ctx: Ctx, id: number): Promise<SegmentRow | undefined> {
  const { rows } = await sql<SegmentRow>`
    select ${columns} from segments where id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** The same, held until the transaction ends: a recount waits for it, and it for a recount. */
export async function lockRow(ctx: Ctx, id: number): Promise<SegmentRow | undefined> {
  const { rows } = await sql<SegmentRow>`
    select ${columns} from segments where id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

export async function isNameTaken(ctx: Ctx, name: string, but = 0): Promise<boolean> {
  // segments_name (lower(name)) where archived_at is null
  const { rows } = await sql`
    select from segments
    where  lower(name) = lower(${name}) and archived_at is null and id <> ${but}`.execute(ctx.db);
  return rows.length > 0;
}

export function shownSegment(ctx: Ctx, row: SegmentRow, words: Vocabulary): ShownSegment {
  const { id, version, name, note, kind, condition, isBadge, everyMinutes, size, failure } = row;
  return {
    id,
    version,
    name,
    note,
    kind,
    condition,
    isBadge,
    everyMinutes,
    size,
    failure,
    sentence: condition ? sayCondition(condition, words) : '',
    countedAt: row.countedAt,
    isCounting: row.nextAt !== null && row.nextAt <= ctx.clock.now(),
    isArchived: row.archivedAt !== null,
  };
}
