import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';

/** A photo of an event, for everybody who works on clients. */
export async function showPhoto(
  ctx: Ctx,
  { id, fileId }: { id: number; fileId: number },
): Promise<Result<Download>> {
  const kept = await ctx.db
    .selectFrom('vipEventPhotos')
    .select('fileId')
    .where('fileId', '=', fileId)
    .where('eventId', '=', id)
    .executeTakeFirst();
  const file = kept ? await openFile(ctx, fileId) : null;
  if (!file) return fail('vip.no_such_photo');
  return ok({
    body: file.stream,
    contentType: file.contentType,
    fileName: file.name || 'photo',
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  });
}
