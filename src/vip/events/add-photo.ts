import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Upload } from '../../kernel/wiring.ts';
import { isScan, isScanType, watchHead } from '../../subscribers/index.ts';
import { findEvent, leads, lockLed, tellEvent } from './lock-event.ts';

/** More than so many of one event nobody looks through. */
const MOST_PHOTOS = 300;

/** What every browser shows. */
const isPhotoType = (type: string): boolean =>
  isScanType(type) && ['image/jpeg', 'image/png', 'image/webp'].includes(type);

/** Keeps a photo. The bytes are whole before the row is written. */
export async function addPhoto(
  ctx: Ctx,
  { id }: { id: number },
  upload: Upload,
): Promise<Result<{ fileId: number }>> {
  const found = await findEvent(ctx, id);
  if (!found.ok) return found;
  if (!leads(ctx, found.value)) return fail('vip.not_in_charge');
  const { fileName: name, contentType } = upload;
  if (!isPhotoType(contentType)) return fail('vip.not_a_photo');
  const { stream, head } = watchHead(upload);
  const file = await storeFile(ctx, { name, contentType, stream });
  const kept = isScan(contentType, head())
    ? await inTransaction(ctx, (tx) => keep(tx, id, file.id))
    : fail('vip.not_a_photo');
  if (!kept.ok) await eraseFile(ctx, file.id);
  return kept;
}

async function keep(ctx: Ctx, id: number, fileId: number): Promise<Result<{ fileId: number }>> {
  const locked = await lockLed(ctx, { id });
  if (!locked.ok) return locked;
  // vip_event_photos_event (event_id, file_id)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from vip_event_photos where event_id = ${id}`.execute(ctx.db);
  if ((rows[0]?.count ?? 0) >= MOST_PHOTOS) {
    return fail('vip.too_many_photos', { most: MOST_PHOTOS });
  }
  const added = { addedBy: staffIdOf(ctx.actor), addedAt: ctx.clock.now() };
  await ctx.db
    .insertInto('vipEventPhotos')
    .values({ eventId: id, fileId, ...added })
    .execute();
  await tellEvent(ctx, locked.value, { type: 'vip.event_photo_added', facts: { fileId } });
  return ok({ fileId });
}
