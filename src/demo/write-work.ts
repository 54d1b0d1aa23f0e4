import { bulkLoad as loadConversations } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadTickets } from '../tickets/index.ts';
import type { ContactOf } from './chunk.ts';

const HOUR_MS = 3_600_000;

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
      closedAt: new Date(contact.at.getTime() + contact.waitSeconds * 1000 + HOUR_MS / 6),
      outcome: 'reached',
      touch: { seconds: contact.waitSeconds, staffId: null },
    })),
  );
}

/** Writes the tickets behind those requests that talk did not settle. */
export async function writeTickets(
  ctx: BulkCtx,
  contacts: readonly ContactOf[],
): Promise<number[]> {
  return loadTickets(
    ctx,
    contacts.map(({ contact, subscriberId }) => ({
      subscriberId,
      category: contact.topic,
      subject: contact.topic,
      state: 'closed',
      openedAt: contact.at,
      closedAt: new Date(contact.at.getTime() + (contact.ticketHours ?? 0) * HOUR_MS),
    })),
  );
}
