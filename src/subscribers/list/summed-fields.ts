import type { SummedField } from '../../kernel/list/summed-field.ts';

const entity = 'subscribers';
const owner = 'm.root_id';

/** Whole months between two days, as SQL. */
export const monthsBetween = (from: string, to: string): string =>
  `(extract(year from age(${to}, ${from})) * 12 + extract(month from age(${to}, ${from})))`;

/** What is asked of a subscriber's own record and past, beyond the columns of the list. */
export const ownSums: readonly SummedField[] = [
  {
    entity,
    key: 'tenureMonths',
    type: 'number',
    from: 'subscribers o',
    owner: 'o.id',
    where: 'o.merged_into_id is null and o.customer_since is not null',
    value: `max(${monthsBetween('o.customer_since', 'coalesce(o.left_on, {today})')})`,
    isNoneEmpty: true,
  },
  {
    entity,
    key: 'events',
    type: 'number',
    // Nothing is recorded before it happens: so partitions before the window are passed by.
    from: 'events e join subscribers m on m.id = e.subscriber_id',
    where: 'e.recorded_at >= {since}',
    owner,
    at: 'e.occurred_at',
    value: 'count(*)',
  },
  {
    entity,
    key: 'complaints',
    type: 'number',
    from: 'needs n join subscribers m on m.id = n.subscriber_id',
    where: `n.kind = 'bad_experience'`,
    owner,
    at: 'n.noted_at',
    value: 'count(*)',
  },
];
