import { sql } from 'kysely';
import type { Condition } from '../kernel/conditions/condition.ts';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { SegmentKind } from './api/shapes.ts';
import { meeting } from './counting/meeting.ts';
import { insertSegment } from './insert-segment.ts';
import { chosenSubscribers } from './members/chosen-subscribers.ts';
import { replaceMembers } from './members/replace-members.ts';
import { isNameTaken } from './segment-rows.ts';

type Input = {
  name: string;
  note: string;
  kind: SegmentKind;
  isBadge: boolean;
  everyMinutes: number;
  condition?: Condition | undefined;
  ids?: readonly number[] | undefined;
};

/**
 * Keeps a segment. A kept list gets its members at once; of a dynamic one they are found by the
 * next sweep, as everybody's, whatever whoever made it may see.
 */
export async function createSegment(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; size: number }>> {
  const { name, kind, condition, ids = [] } = input;
  if (await isNameTaken(ctx, name)) return fail('segments.name_taken', {}, taken);
  if (condition) {
    // What cannot be asked is told now, not by the sweep.
    const met = await meeting(ctx, condition);
    if (!met.ok) return met;
  }
  if (kind === 'dynamic' && !condition) return fail('segments.no_condition');
  const id = await insertSegment(ctx, { ...input, createdBy: staffIdOf(ctx.actor) });
  if (id === undefined) return fail('segments.name_taken', {}, taken);
  const subject = { kind: 'segment', id };
  await emit(ctx, { type: 'segments.created', subject, facts: { name, kind } });
  if (kind === 'dynamic') return ok({ id, size: 0 });
  const chosen = await chosenSubscribers(ctx, condition ? { condition } : { ids });
  if (!chosen.ok) return chosen;
  await sql`select set_config('work_mem', '128MB', true)`.execute(ctx.db);
  const { size } = await replaceMembers(ctx, id, chosen.value);
  return ok({ id, size });
}

const taken = { name: 'segments.name_taken' };
