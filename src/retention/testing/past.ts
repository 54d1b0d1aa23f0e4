import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import type { Moment } from '../../subscribers/index.ts';
import type { SignedIn } from '../../testing/staff.ts';
import type { World } from '../../testing/world.ts';
import { api as ticketsApi } from '../../tickets/api.ts';
import { type Read, readFacts } from '../risk/read-facts.ts';

export type { Read } from '../risk/read-facts.ts';

/** What was known of everybody at a moment. */
export const readPast = ({ ctx }: World, moment: Moment): Promise<Read> =>
  inBulkTransaction(ctx, (bulk) => readFacts(bulk, moment, {}));

/** Where their tickets are worked on. */
export function ticketDesk(world: World, by: SignedIn, subscriberId: number) {
  const untypedOf = world.via(ticketsApi);
  const ask = ((key, input) => untypedOf(key, input, by.as)) as typeof untypedOf;
  const open = async (): Promise<number> => {
    const [category] = (await ask('GET /api/ticket-categories')).body.categories;
    const fields = { subscriberId, subject: 'Нет связи', categoryId: category?.id ?? 0 };
    return (await ask('POST /api/tickets', fields)).body.id;
  };
  const change = async (id: number, fields: { state: 'done' | 'ours' | 'theirs' }) => {
    const { version } = (await ask('GET /api/tickets/{id}', { id })).body;
    const { status } = await ask('PATCH /api/tickets/{id}', { id, version, ...fields });
    if (status !== 200) throw new Error(`ticket ${id} was not changed`);
  };
  return { ask, open, change };
}
