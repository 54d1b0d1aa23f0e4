import type { Ctx } from '../../kernel/context.ts';

/** A file that a message names and that is still to be fetched. */
export type NewFile = { place: string; name: string; contentType: string };

/** More files than this in one message are no message. */
const MOST_FILES = 20;

/** Notes what is to be fetched, in the transaction that takes the message up. */
export async function noteFiles(
  ctx: Ctx,
  { rawMessageId, channelId }: { rawMessageId: number; channelId: number },
  files: readonly NewFile[],
): Promise<void> {
  if (files.length === 0) return;
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('incomingFiles')
    .values(
      files.slice(0, MOST_FILES).map(({ place, name, contentType }) => ({
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
