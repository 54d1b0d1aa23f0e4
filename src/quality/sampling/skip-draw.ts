import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { samplingApi } from '../api/sampling.ts';
import { lockDraw } from './lock-draw.ts';

type Input = z.output<(typeof samplingApi)['POST /api/quality-draws/{id}/skip']['input']>;

/** Leaves a drawn contact out, with the reason; the next of the same draw takes its place. */
export async function skipDraw(
  ctx: Ctx,
  { id, reason, words }: Input,
): Promise<Result<{ nextId: number | null }>> {
  const locked = await lockDraw(ctx, id);
  if (!locked.ok) return locked;
  const draw = locked.value;
  if (draw.state !== 'waiting' || draw.isTaken) return fail('quality.taken_already');
  // quality_reviews_draw_id_key
  await sql`delete from quality_reviews where draw_id = ${id}`.execute(ctx.db);
  await sql`
    update quality_draws
    set    state = 'skipped', skip_reason = ${reason}, skip_words = ${words},
           skipped_by = ${me(ctx)}, skipped_at = ${ctx.clock.now()}
    where  id = ${id}`.execute(ctx.db);
  // What is judged together gives nobody a score.
  // quality_draws_week_on_staff_id_place_key, quality_calibration_contacts_conversation
  const { rows } = await sql<{ id: number }>`
    update quality_draws set state = 'waiting'
    where  id = (select id from quality_draws
                 where  week_on = ${draw.weekOn} and staff_id = ${draw.staffId}
                 and    state = 'spare'
                 and    not exists (select from quality_calibration_contacts t
                                    where  t.conversation_id = quality_draws.conversation_id)
                 order  by place limit 1 for update)
    returning id`.execute(ctx.db);
  const nextId = rows[0]?.id ?? null;
  await emit(ctx, {
    type: 'quality.draw_skipped',
    subject: { kind: 'quality_draw', id },
    facts: { reason, staffId: draw.staffId, nextId },
  });
  return ok({ nextId });
}
