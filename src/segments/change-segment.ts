import { sql } from 'kysely';
import type { Condition } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { SegmentKind } from './api/shapes.ts';
import { asksItself } from './asks-itself.ts';
import { meeting } from './counting/meeting.ts';
import { isNameTaken, lockRow, type SegmentRow } from './segment-rows.ts';

type Input = {
  id: number;
  version: number;
  name: string;
  note: string;
  kind: SegmentKind;
  isBadge: boolean;
  everyMinutes: number;
  condition?: Condition | undefined;
};

/**
 * Changes what a segment is called, asks and is. A dynamic one that becomes a kept list keeps whom
 * it has; a kept list that becomes dynamic is counted at once.
 */
export async function changeSegment(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const row = await lockRow(ctx, input.id);
  if (!row || row.archivedAt) return fail('segments.not_found');
  if (row.version !== input.version) return fail('segments.changed_meanwhile');
  const refusal = await refuse(ctx, row, input);
  if (refusal) return refusal;
  const { id, name, note, kind, isBadge, everyMinutes, condition } = input;
  const isAsked = JSON.stringify(condition) !== JSON.stringify(row.condition ?? undefined);
  const isDue = kind === 'dynamic' && (isAsked || row.kind !== kind);
  const now = ctx.clock.now();
  const nextAt = kind === 'static' ? null : isDue ? now : row.nextAt;
  await sql`
    update segments
    set    name = ${name}, note = ${note}, kind = ${kind}, is_badge = ${isBadge},
           every_minutes = ${everyMinutes}, version = version + 1, updated_at = ${now},
           condition = ${condition ? JSON.stringify(condition) : null}::jsonb,
           next_at = ${nextAt}, failure = case when ${isDue} then null else failure end
    where  id = ${id}`.execute(ctx.db);
  const facts = { name, kind, isConditionChanged: isAsked };
  await emit(ctx, { type: 'segments.changed', subject: { kind: 'segment', id }, facts });
  return ok({});
}

async function refuse(
  ctx: Ctx,
  row: SegmentRow,
  { id, name, kind, condition }: Input,
): Promise<Result<never> | null> {
  if (await isNameTaken(ctx, name, row.id)) {
    return fail('segments.name_taken', {}, { name: 'segments.name_taken' });
  }
  if (!condition) return kind === 'dynamic' ? fail('segments.no_condition') : null;
  if (await asksItself(ctx, id, condition)) return fail('segments.asks_itself');
  const met = await meeting(ctx, condition);
  return met.ok ? null : met;
}
