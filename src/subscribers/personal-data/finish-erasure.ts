import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { appendErasures } from '../../kernel/files/erasures.ts';
import { eraseFile } from '../../kernel/files/files.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';

/**
 * The part of an erasure that no transaction can take back, so it waits for the commit: the bytes
 * of files go, and the ids are written down outside the database. Twice does no harm.
 */
export const finishErasure = defineJob({
  name: 'subscribers.finish_erasure',
  payload: z.object({ ids: z.array(z.int()) }),
  run: async (ctx, { ids }) => {
    await noteErasures(ctx, ids);
    await eraseFiles(ctx, ids);
  },
});

async function noteErasures(ctx: Ctx, ids: readonly number[]): Promise<void> {
  const erased = await ctx.db
    .selectFrom('subscribers')
    .select(['id', 'createdAt', 'erasedAt'])
    .where('id', 'in', ids)
    .where('erasedAt', 'is not', null)
    .execute();
  const lines = erased.map(({ id, createdAt, erasedAt }) => ({
    subscriberId: id,
    createdAt: createdAt.toISOString(),
    erasedAt: (erasedAt ?? createdAt).toISOString(),
  }));
  await appendErasures(ctx.files, lines);
}

export async function eraseFiles(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // files_subscriber (subscriber_id) where subscriber_id is not null
  const files = await ctx.db
    .selectFrom('files')
    .select('id')
    .where('subscriberId', 'in', ids)
    .where('erasedAt', 'is', null)
    .execute();
  for (const { id } of files) await eraseFile(ctx, id);
}
