import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { tell } from '../record/change.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { lockConversation } from '../record/lock-conversation.ts';

type From = { channelId: number; sender: string };

/** Gives the newest conversation of a chat its sender's name, where it has none yet. */
export async function nameSender(ctx: Ctx, from: From, ask: () => Promise<string>): Promise<void> {
  const id = await namelessOf(ctx, from);
  if (id === null) return;
  const name = (await ask()).slice(0, 200);
  if (name !== '') await inTransaction(ctx, (tx) => write(tx, id, name));
}

async function namelessOf(ctx: Ctx, { channelId, sender }: From): Promise<number | null> {
  // conversations_chat (channel_id, sender, id desc)
  const { rows } = await sql<{ id: number; name: string | null }>`
    select id, contact_draft ->> 'name' as name from conversations
    where  channel_id = ${channelId} and sender = ${sender} and sender <> ''
    order  by id desc limit 1`.execute(ctx.db);
  const [found] = rows;
  return found && !found.name ? found.id : null;
}

async function write(ctx: Ctx, id: number, name: string): Promise<void> {
  const locked = await lockConversation(ctx, id, 'conversations.work');
  // Erased while the name was asked for: nobody wants to know it any more.
  if (!locked.ok || locked.value.sender === '') return;
  await sql`
    update conversations set contact_draft = contact_draft || jsonb_build_object('name', ${name}::text)
    where  id = ${id}`.execute(ctx.db);
  await sql`
    update messages set sender_name = ${name}
    where  conversation_id = ${id} and direction = 'in' and sender_name = ''`.execute(ctx.db);
  await indexConversations(ctx, [id]);
  await tell(ctx, locked.value, 'conversations.sender_named');
}
