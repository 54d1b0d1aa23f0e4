import { bulkLoad as loadConversations } from '../conversations/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadTickets } from '../tickets/index.ts';
import type { ChunkInput, ContactOf, Written } from './chunk.ts';
import { closingOf, solvingOf } from './life.ts';
import { randomOf } from './random.ts';
import { handOf } from './write-staff.ts';
import { writeToday } from './write-today.ts';

/** Of ten tickets one has nobody yet. */
const OWNED = 0.9;

export type Work = {
  contacts: readonly ContactOf[];
  /** Those of them that talk did not settle. */
  tickets: readonly ContactOf[];
};

/** Writes all that was worked on, and with the first chunk what is worked on now. */
export async function writeWork(
  ctx: BulkCtx,
  input: ChunkInput,
  written: readonly Written[],
  { contacts, tickets }: Work,
): Promise<{ conversationIds: number[]; ticketIds: number[] }> {
  const agents = input.staff.contacts;
  const conversationIds = await writeConversations(ctx, contacts, agents);
  const ticketIds = await writeTickets(ctx, tickets, input.today, agents);
  if (input.chunk === 0) await writeToday(ctx, input, written);
  return { conversationIds, ticketIds };
}

/** Writes what people asked, as closed requests. */
async function writeConversations(
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
async function writeTickets(
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
