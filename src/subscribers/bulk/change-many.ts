import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { matchingRows } from '../../kernel/list/match-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BulkChange, bulkApi } from '../api/bulk.ts';
import { subscriberList } from '../list-subscribers.ts';
import { checkFields } from '../record/check-fields.ts';
import { changeNext } from './change-next.ts';
import { lockBulkChange, shown } from './find-bulk-change.ts';
import { goOn } from './go-on.ts';

type Input = z.output<(typeof bulkApi)['POST /api/subscribers/bulk-changes']['input']>;

/**
 * Changes many subscribers at once. The first thousand are changed before the answer, so that the
 * usual case is done with it; the rest by a job, whose progress can be asked.
 */
export async function changeMany(ctx: Ctx, { target, fields }: Input): Promise<Result<BulkChange>> {
  const matching = await matchingRows(ctx, subscriberList, target, 'subscribers.edit');
  if (!matching.ok) return matching;
  const refusal = await checkFields(ctx, fields);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('bulkChanges')
    .values({
      actor: JSON.stringify(ctx.actor),
      target: JSON.stringify(target),
      fields: JSON.stringify(fields),
      state: 'running',
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const isDone = await changeNext(ctx, await lockBulkChange(ctx, id));
  if (!isDone) await enqueue(ctx, goOn, { id });
  return ok(shown(await lockBulkChange(ctx, id)));
}
