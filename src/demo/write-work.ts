import { bulkLoad as loadConversations } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadTickets } from '../tickets/index.ts';
import type { ContactOf } from './chunk.ts';
import { closingOf, solvingOf } from './life.ts';
import { randomOf } from './random.ts';
import { handOf } from './write-staff.ts';

/** Of ten tickets one has nobody yet. */
const OWNED = 0.9;

/** Writes what people asked, as closed requests. */
export async function writeConversations(
  ctx: BulkCtx,
  contacts: readonly ContactOf[],
  agents: readonly number[],
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
      touch: { seconds: contact.waitSeconds, staffId: whose(agents, contact.at) },
    })),
  );
}

/** Writes the tickets behind those requests that talk did not settle. */
export async function writeTickets(
  ctx: BulkCtx,
  contacts: readonly ContactOf[],
  today: Date,
  agents: readonly number[],
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
        ownerStaffId: closedAt || isOwned(contact.at) ? whose(agents, contact.at) : null,
        openedAt: contact.at,
        closedAt,
      };
    }),
  );
}

/** Whoever took the request has its ticket. */
const whose = (agents: readonly number[], at: Date): number | null =>
  handOf(agents, randomOf('whose', at.getTime()));

const isOwned = (at: Date): boolean => randomOf('owned', at.getTime()).chance(OWNED);
