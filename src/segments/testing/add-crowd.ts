import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad as loadSubscribers } from '../../subscribers/index.ts';
import type { World } from '../../testing/world.ts';
import { bulkLoad as loadTickets } from '../../tickets/index.ts';

/** Adds so many people: a third has left, every other has a ticket, each fiftieth four of them. */
export async function addCrowd({ ctx }: World, size: number): Promise<void> {
  const now = ctx.clock.now();
  const ticketOf = (subscriberId: number) => ({
    subscriberId,
    category: 'Разное',
    subject: 'Обрыв',
    state: 'done' as const,
    openedAt: now,
    closedAt: now,
  });
  await inBulkTransaction(ctx, async (bulk) => {
    const loaded = await loadSubscribers(
      bulk,
      Array.from({ length: size }, (_, at) => ({
        kind: 'person',
        displayName: `Прохожий ${at}`,
        status: at % 3 === 0 ? 'left' : 'active',
        contacts: [],
      })),
    );
    const tickets = loaded.flatMap(({ id }, at) =>
      Array.from({ length: at % 50 === 0 ? 4 : at % 2 }, () => ticketOf(id)),
    );
    await loadTickets(bulk, tickets);
  });
}
