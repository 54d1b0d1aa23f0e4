import { defineList } from '../../kernel/list/entity.ts';
import { addressField } from '../address-field.ts';
import { coverageList } from '../api/list.ts';
import { technologies } from '../api/shapes.ts';

/** Technologies at buildings. All of them are the operator's, so nobody reaches some. */
export const coverages = defineList({
  ...coverageList,
  domain: 'network',
  table: 'coverages',
  alias: 'c',
  always: `join buildings b on b.id = c.building_id
           join streets s on s.id = b.street_id`,
  access: {},
  joins: {
    node: 'left join nodes n on n.id = c.node_id',
    terms: 'left join connection_terms t on t.id = c.connection_terms_id',
  },
  fields: [
    { key: 'buildingId', type: 'id', value: 'c.building_id', isRequired: true },
    addressField('c.building_id'),
    {
      key: 'technology',
      type: 'choice',
      value: 'c.technology',
      choices: technologies,
      isRequired: true,
    },
    { key: 'node', type: 'text', value: 'n.name', joins: ['node'] },
    { key: 'terms', type: 'text', value: 't.name', joins: ['terms'] },
    { key: 'speedMbps', type: 'number', value: 'c.speed_kbps / 1000', sqlType: 'integer' },
    { key: 'portsTotal', type: 'number', value: 'c.ports_total', sqlType: 'integer' },
    { key: 'plannedOn', type: 'date', value: 'c.planned_on' },
    { key: 'isPrivateSector', type: 'boolean', value: 'b.is_private_sector', isRequired: true },
    { key: 'district', type: 'text', value: "nullif(b.district, '')" },
    { key: 'updatedAt', type: 'instant', value: 'c.updated_at', isRequired: true },
  ],
  events: { listed: 'network.coverages_listed', exported: 'network.coverages_exported' },
});
