import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { indexTickets } from './index-tickets.ts';
import type { ClusterIds } from '../subscribers/index.ts';

export const signKinds = ['account', 'contract', 'phone', 'email', 'name', 'other'] as const;
/** What an import says of whose a ticket is: a contact normalised, the rest as written. */
export type Sign = { kind: (typeof signKinds)[number]; value: string };

/** Such values of these people. A name alone may be a namesake's. */
const own = (ids: ClusterIds) => sql`(
  select c.kind, c.value from contacts c where c.subscriber_id = any(${ids}::bigint[])
  union
  select n.kind, n.value
  from   accounts a
  cross  join lateral (values ('account', a.number), ('contract', a.contract_number))
         as n (kind, value)
  where  a.subscriber_id = any(${ids}::bigint[]))`;

/** Tickets of nobody that were said to be of these people. */
export const signedAs = (ids: ClusterIds): RawBuilder<unknown> => sql`(
  select t.id, t.root_id
  from   ${own(ids)} o
  join   ticket_signs g on g.kind = o.kind and g.value = o.value
  join   tickets t on t.id = g.ticket_id
  where  t.subscriber_id is null)`;

/** The same, where nobody else who is here has such a phone or e-mail, so that each is told his. */
export const signedAsAlone = (ids: ClusterIds): RawBuilder<unknown> => sql`(
  select s.id from ${signedAs(ids)} s
  where  not exists (
    select from ticket_signs g
    join   contacts c on c.kind = g.kind and c.value = g.value and c.removed_at is null
    where  g.ticket_id = s.id and c.subscriber_id <> all(${ids}::bigint[])))`;

/** Forgets them at these tickets, and wherever else they are these people’s, by name as well. */
export async function forgetSigns(
  ctx: Ctx,
  ids: ClusterIds,
  ticketIds: readonly number[],
): Promise<void> {
  // ticket_signs_pkey, ticket_signs_value
  const { rows } = await sql<{ ticketId: number }>`
    delete from ticket_signs g
    where  g.ticket_id = any(${[...ticketIds]}::bigint[])
    or     (g.kind, g.value) in ${own(ids)}
    or     g.kind = 'name' and g.value in (
             select display_name from subscribers where id = any(${ids}::bigint[]))
    returning g.ticket_id`.execute(ctx.db);
  const gone = new Set(ticketIds);
  const others = rows.map(({ ticketId }) => ticketId).filter((id) => !gone.has(id));
  await indexTickets(ctx, [...new Set(others)]);
}
