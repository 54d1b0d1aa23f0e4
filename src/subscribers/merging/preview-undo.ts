import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { mergingApi } from '../api/merging.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { addedSince } from './added-since.ts';
import { findMerge, standingsOf } from './find-merge.ts';

type Preview = z.input<(typeof mergingApi)['GET /api/subscribers/merges/{mergeId}']['output']>;

/** Shows, before a merge is undone, what goes back and what somebody has to decide. */
export async function previewUndo(ctx: Ctx, input: { mergeId: number }): Promise<Result<Preview>> {
  const merge = await findMerge(ctx, input.mergeId);
  if (!merge) return fail('subscribers.no_such_merge');
  const found = await findSubscriber(ctx, merge.fromId, 'subscribers.merge');
  if (!found.ok) return found;
  const { id: mergeId, overlay: _, ...told } = merge;
  const { putBack, edited } = await standingsOf(ctx, merge);
  return ok({
    ...told,
    mergeId,
    putBack,
    edited,
    addedSince: await addedSince(ctx, found.value.id, merge),
  });
}
