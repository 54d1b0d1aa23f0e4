import type { SummedField } from '../kernel/list/summed-field.ts';
import { isOutage } from './outages.ts';

const own = {
  entity: 'subscribers',
  type: 'number',
  from: `incidents i
    join incident_buildings h on h.incident_id = i.id
    join premises f on f.building_id = h.building_id
    join service_addresses a on a.premise_id = f.id and a.removed_at is null
    join subscribers m on m.id = a.subscriber_id`,
  where: isOutage,
  owner: 'm.root_id',
  at: 'i.started_at',
} as const;

/**
 * One outage counts once for whoever has two addresses in its house, or two records: its length is
 * told from another's of the same length by the outage itself, further apart than any can last.
 */
const apart = 'i.id::numeric * 1e12';

/** How long it lasted; one that lasts is counted up to the day of asking. */
const seconds = `extract(epoch from coalesce(i.ended_at, greatest(i.started_at, {today}))
  - i.started_at)`;

/** Outages at the houses where somebody is served. */
export const outageSums: readonly SummedField[] = [
  { ...own, key: 'outages', value: 'count(distinct i.id)' },
  {
    ...own,
    key: 'outageHours',
    value: `round((sum(distinct ${apart} + ${seconds}) - sum(distinct ${apart})) / 3600, 1)`,
  },
];
