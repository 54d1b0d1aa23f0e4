import { bulkLoad as loadConversations } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadTickets } from '../tickets/index.ts';
import type { ContactOf } from './chunk.ts';
import { closingOf, solvingOf } from './life.ts';

/** Writes what people asked, as closed requests. */
export async function writeConversations(
  ctx: BulkCtx,
  contacts: readonly ContactOf[],
): Promise<number[]> {
  return loadConversations(
    ctx,
    contacts.map(({ contact, subscriberId }) => ({
      channel: 'site_form',
      subscriberId,
      subject: contact.topic,
      text: contact.words,
      openedAt: contact.at,
      closedAt: closingOf(contact),
      outcome: 'reached',
      touch: { seconds: contact.waitSeconds, staffId: null },
    })),
  );
}

/** Writes the tickets behind those requests that talk did not settle. */
export async function writeTickets(
  ctx: BulkCtx,
  contacts: readonly ContactOf[],
  today: Date,
): Promise<number[]> {
  return loadTickets(
    ctx,
    contacts.map(({ contact, subscriberId }) => {
      const closedAt = solvingOf(contact, today);
      return {
        subscriberId,
        category: contact.topic,
        subject: contact.topic,
        description: contact.words,
        state: closedAt ? 'done' : 'ours',
        openedAt: contact.at,
        closedAt,
      };
    }),
  );
}
