import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Locked } from '../record/lock-conversation.ts';

/**
 * A split changes nothing of how a conversation stands: the merge that made it so still knows it,
 * by its new version. Called after the version has grown by one.
 */
export async function keepMerges(ctx: Ctx, { id, version }: Locked): Promise<void> {
  // conversation_merges_into (into_id) where undone_at is null
  await sql`
    update conversation_merges set into_version = ${version + 1}
    where  into_id = ${id} and undone_at is null and into_version = ${version}`.execute(ctx.db);
}
