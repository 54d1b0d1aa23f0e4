import type { Ctx } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockLed, tellEvent } from './lock-event.ts';

/** Removes a photo for good: somebody on it may not want to be shown. */
export async function removePhoto(
  ctx: Ctx,
  { id, fileId, reason }: { id: number; fileId: number; reason: string },
): Promise<Result<Done>> {
  const locked = await lockLed(ctx, { id });
  if (!locked.ok) return locked;
  const gone = await ctx.db
    .deleteFrom('vipEventPhotos')
    .where('fileId', '=', fileId)
    .where('eventId', '=', id)
    .returning('fileId')
    .executeTakeFirst();
  if (!gone) return fail('vip.no_such_photo');
  await enqueue(ctx, eraseFiles, { fileIds: [fileId] });
  const told = { type: 'vip.event_photo_removed', facts: { fileId }, note: reason };
  await tellEvent(ctx, locked.value, told);
  return ok({});
}
