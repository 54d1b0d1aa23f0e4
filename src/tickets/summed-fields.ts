import type { SummedField } from '../kernel/list/summed-field.ts';

const own = {
  entity: 'subscribers',
  type: 'number',
  from: 'tickets t join subscribers m on m.id = t.subscriber_id',
  owner: 'm.root_id',
  value: 'count(*)',
} as const;

/** Tickets of a subscriber, as conditions count them; tickets_subscriber, tickets_opened. */
export const ticketSums: readonly SummedField[] = [
  { ...own, key: 'tickets', where: 't.merged_into_id is null', at: 't.opened_at' },
  { ...own, key: 'openTickets', where: `t.merged_into_id is null and t.state <> 'done'` },
];
