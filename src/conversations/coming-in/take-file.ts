import { sql } from 'kysely';
import type { FetchedFile } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { leaveFilesTo } from '../../kernel/files/files.ts';
import { tell } from '../record/change.ts';

type Beside = { messageId: number; id: number; number: number; subscriberId: number | null };

/** Lays a file that was fetched beside the message that named it. */
export async function takeFile(ctx: Ctx, { rawMessageId, fileId }: FetchedFile): Promise<boolean> {
  // messages_raw_message_id_key
  const { rows } = await sql<Beside>`
    select m.id as message_id, c.id, c.number, c.subscriber_id
    from   messages m join conversations c on c.id = m.conversation_id
    where  m.raw_message_id = ${rawMessageId}`.execute(ctx.db);
  const [found] = rows;
  if (!found) return false;
  const { messageId, subscriberId } = found;
  await ctx.db.insertInto('messageFiles').values({ messageId, fileId }).execute();
  if (subscriberId !== null) await leaveFilesTo(ctx, [fileId], subscriberId);
  await tell(ctx, found, 'conversations.file_came', { messageId });
  return true;
}
