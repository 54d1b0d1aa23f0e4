import { sql } from 'kysely';
import type { IncomingMessage } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { addContact, findByContact } from '../../subscribers/index.ts';
import { tell } from '../record/change.ts';
import type { Locked } from '../record/lock-conversation.ts';

type Sender = IncomingMessage['sender'];

/**
 * Whose address or account it is; else whose phone the sender has proven to be his own. Such a
 * phone makes the account known too, so that the next message needs none.
 * @returns the root of the subscriber, or null
 */
export async function whoWrote(ctx: Ctx, sender: Sender): Promise<number | null> {
  const { kind } = sender;
  // A visitor of the site is known by nothing that a contact could be.
  if (kind === 'chat') return null;
  for (const value of [sender.value, ...sender.alsoKnownAs]) {
    const [found] = await findByContact(ctx, kind, value);
    if (found !== undefined) return found;
  }
  if (sender.ownPhone === '') return null;
  const [found = null] = await findByContact(ctx, 'phone', sender.ownPhone);
  if (found !== null) {
    // Refused where it is known already, which is as good.
    await addContact(ctx, { id: found, kind, value: sender.value, label: '' });
  }
  return found;
}

/**
 * What a sender shows of himself in the middle of a conversation: the phone stands with it, and
 * where nobody was recognised before, its owner is.
 * @returns the subscriber that it is with now
 */
export async function learnPhone(ctx: Ctx, row: Locked, sender: Sender): Promise<number | null> {
  if (sender.ownPhone === '') return row.subscriberId;
  const subscriberId = row.subscriberId ?? (await whoWrote(ctx, sender));
  await sql`
    update conversations
    set    contact_draft = contact_draft || jsonb_build_object('phone', ${sender.ownPhone}::text),
           subscriber_id = ${subscriberId}
    where  id = ${row.id}`.execute(ctx.db);
  if (subscriberId !== row.subscriberId) {
    const facts = { fromSubscriberId: row.subscriberId };
    await tell(ctx, { ...row, subscriberId }, 'conversations.sender_recognised', facts);
  }
  return subscriberId;
}
