import { type AccountLoad, bulkLoad as loadAccounts } from '../billing/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { loadEvents } from '../kernel/events/load-events.ts';
import { loadEntries } from '../kernel/search/load-entries.ts';
import { bulkLoad as loadSubscribers, describeSubscribers } from '../subscribers/index.ts';
import type { ChunkInput, Written } from './chunk.ts';
import { correctionsOf } from './corrections.ts';
import { postMoney } from './post-money.ts';
import { correctionEvents, writeCorrections } from './write-corrections.ts';
import { writeWork } from './write-work.ts';
import { pastEventsOf } from './past-events.ts';
import { subscriptionsOf } from './subscriptions-of.ts';

/**
 * Writes a chunk of the demo through the domains' bulk loads.
 * @returns how many rows, and who they are
 */
export async function writeChunk(
  ctx: BulkCtx,
  input: ChunkInput,
): Promise<{ rows: number; written: Written[] }> {
  const { people } = input;
  const loaded = await loadSubscribers(
    ctx,
    people.map((one) => one.subscriber),
  );
  const accountIds = await loadAccounts(
    ctx,
    people.map((one, at): AccountLoad => ({
      ...one.account,
      subscriberId: loaded[at]?.id ?? 0,
      serviceAddressId: loaded[at]?.addressId ?? null,
      subscriptions: subscriptionsOf(one, input.versionIds),
    })),
  );
  const written = people.map((person, at) => ({
    person,
    subscriberId: loaded[at]?.id ?? 0,
    accountId: accountIds[at] ?? 0,
  }));
  const contacts = written.flatMap((one) =>
    one.person.life.contacts.map((contact) => ({ contact, subscriberId: one.subscriberId })),
  );
  const tickets = contacts.filter(({ contact }) => contact.ticketHours !== null);
  const corrections = correctionsOf(tickets, written, input.today);
  const postings = await postMoney(ctx, input, written, corrections);
  const work = { contacts, tickets };
  const { conversationIds, ticketIds } = await writeWork(ctx, input, written, work);
  await writeCorrections(ctx, corrections, ticketIds);
  const events = pastEventsOf(input, written, { contacts, conversationIds, tickets, ticketIds });
  await loadEvents(ctx, [...events, ...correctionEvents(corrections)]);
  const ids = written.map((one) => one.subscriberId);
  await loadEntries(ctx, await describeSubscribers(ctx, ids));
  const works = postings + contacts.length * 2 + tickets.length + events.length;
  return { rows: people.length * 6 + works, written };
}
