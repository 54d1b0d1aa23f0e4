import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockRow } from '../segment-rows.ts';
import { chosenSubscribers, type Chosen } from './chosen-subscribers.ts';
import { noteMoves } from './replace-members.ts';

export type Input = { id: number; chosen: Chosen };

/** Puts subscribers on a kept list, or takes them off; who is where they should be stays. */
export async function changeMembers(
  ctx: Ctx,
  { id, chosen }: Input,
  way: 'entered' | 'gone',
): Promise<Result<{ changed: number }>> {
  const row = await lockRow(ctx, id);
  if (!row || row.archivedAt) return fail('segments.not_found');
  if (row.kind === 'dynamic') return fail('segments.found_by_condition');
  const ids = await chosenSubscribers(ctx, chosen);
  if (!ids.ok) return ids;
  await sql`select set_config('work_mem', '128MB', true)`.execute(ctx.db);
  const { numAffectedRows = 0n } = await moveBy(ctx, id, ids.value, way).execute(ctx.db);
  const changed = Number(numAffectedRows);
  if (changed > 0) {
    const size = row.size + (way === 'entered' ? changed : -changed);
    await noteMoves(ctx, id, { entered: 0, gone: 0, [way]: changed, size });
  }
  return ok({ changed });
}

// segment_members_now (segment_id, subscriber_id) where until_at is null
const moveBy = (
  { clock }: Ctx,
  id: number,
  ids: RawBuilder<unknown>,
  way: 'entered' | 'gone',
): RawBuilder<unknown> =>
  way === 'entered'
    ? sql`
      insert into segment_members (segment_id, subscriber_id, since_at)
      select ${id}, met.id, ${clock.now()}::timestamptz from (${ids}) met
      on conflict (segment_id, subscriber_id) where until_at is null do nothing`
    : sql`
      update segment_members set until_at = greatest(${clock.now()}::timestamptz, since_at)
      where  segment_id = ${id} and until_at is null
      and    subscriber_id in (select met.id from (${ids}) met)`;
