import { api as conversationsApi } from '../../conversations/api.ts';
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

/** Two conversations of theirs, the second of which is merged into the first, and parted. */
export async function twoTalks({ ctx, clock, via }: World, by: SignedIn, subscriberId: number) {
  const { rows } = await ctx.pool.query<{ id: number }>(
    `insert into conversations (channel, subscriber_id, opened_at, norm_seconds, calendar_id,
       touch_due_at, next_due_at)
     select 'site_form', $1, $2, 600, min(id), $2, $2 from calendars, generate_series(1, 2) n
     group  by n returning id`,
    [subscriberId, clock.now()],
  );
  const [id = 0, fromId = 0] = rows.map((row) => row.id);
  const untyped = via(conversationsApi);
  const ask = ((key, input) => untyped(key, input, by.as)) as typeof untyped;
  for (const one of [id, fromId]) await ask('POST /api/conversations/{id}/take', { id: one });
  const opened = async () => (await ask('GET /api/conversations/{id}', { id })).body;
  return {
    merge: async () => {
      const { version } = await opened();
      await ask('POST /api/conversations/{id}/merge', { id, fromId, version });
    },
    part: async () => {
      const { merges } = await opened();
      const mergeId = merges[0]?.id ?? 0;
      await ask('POST /api/conversations/{id}/merges/{mergeId}/undo', { id, mergeId });
    },
  };
}
