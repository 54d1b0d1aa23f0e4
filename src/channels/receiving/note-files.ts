import type { Ctx } from '../../kernel/context.ts';

/** A file that a message names and that is still to be fetched. */
export type NewFile = { place: string; name: string; contentType: string };

/** More files than this in one message are no message. */
const MOST_FILES = 20;

/**
 * Notes what is to be fetched, in the transaction that takes the message up. A message whose words
 * were changed names its files again: those are here already.
 */
export async function noteFiles(
  ctx: Ctx,
  { rawMessageId, channelId }: { rawMessageId: number; channelId: number },
  files: readonly NewFile[],
): Promise<void> {
  if (files.length === 0) return;
  const now = ctx.clock.now();
  // incoming_files_message (raw_message_id)
  const known = await ctx.db
    .selectFrom('incomingFiles')
    .select('place')
    .where('rawMessageId', '=', rawMessageId)
    .execute();
  const here = new Set(known.map(({ place }) => unsigned(place)));
  const fresh = files.filter(({ place }) => !here.has(unsigned(place))).slice(0, MOST_FILES);
  if (fresh.length === 0) return;
  await ctx.db
    .insertInto('incomingFiles')
    .values(
      fresh.map(({ place, name, contentType }) => ({
        rawMessageId,
        channelId,
        place,
        name: name.slice(0, 255),
        contentType: contentType.slice(0, 100),
        tryAfter: now,
        createdAt: now,
      })),
    )
    .execute();
}

/** An address is signed anew each time that it is told; what stands before that stays. */
const unsigned = (place: string): string => place.split('?')[0] ?? place;
