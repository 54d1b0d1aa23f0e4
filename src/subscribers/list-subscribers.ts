import { defineList } from '../kernel/list/entity.ts';
import { listed } from './api/list.ts';
import { ownFields } from './list/own-fields.ts';
import { reachedFields, reachedJoins } from './list/reached-fields.ts';

/** Whose a subscriber is and since when is our work, as the card shows it under a veil. */
const ourWork = new Set(['ownerStaffId', 'teamId', 'customerSince', 'leftOn']);

/**
 * The list of subscribers: roots of clusters, each with what its whole cluster has. Those who were
 * forgotten are not listed. Later domains add their columns through `listExtensions`.
 */
export const subscriberList = defineList({
  ...listed,
  domain: 'subscribers',
  table: 'subscribers',
  alias: 's',
  only: 's.merged_into_id is null and s.erased_at is null',
  access: { owner: 's.ownerStaffId', team: 's.teamId' },
  joins: reachedJoins,
  fields: [...ownFields, ...reachedFields],
  attributes: { entity: 'subscribers', column: 's.attributes' },
  veil: {
    subscriberId: 's.id',
    isPersonal: ({ key, isRequired }) => !isRequired && !ourWork.has(key),
  },
  events: { listed: 'subscribers.listed', exported: 'subscribers.exported' },
});
