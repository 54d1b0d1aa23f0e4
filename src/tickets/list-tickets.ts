import { defineList } from '../kernel/list/entity.ts';
import { listed } from './api/list.ts';
import { fields, joins } from './list-fields.ts';

/** The list of tickets. Later domains add their columns through `listExtensions`. */
export const ticketList = defineList({
  ...listed,
  domain: 'tickets',
  table: 'tickets',
  alias: 't',
  only: 't.merged_into_id is null',
  access: { owner: 't.ownerStaffId', team: 't.teamId' },
  joins,
  fields,
  veil: { subscriberId: 't.subscriber_id', isPersonal: ({ key }) => key === 'account' },
  attributes: { entity: 'tickets', column: 't.attributes' },
  events: { listed: 'tickets.listed', exported: 'tickets.exported' },
});
