import { defineList } from '../../kernel/list/entity.ts';
import { addressText } from '../../subscribers/index.ts';
import { coverageList } from '../api/list.ts';
import { technologies } from '../api/shapes.ts';

type House = { city: string; streetKind: string; street: string; building: string };

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
    {
      key: 'address',
      type: 'text',
      value: `jsonb_build_object('city', s.city, 'streetKind', s.kind, 'street', s.name,
                                 'building', b.number)`,
      ofAny: {
        from: 'buildings h join streets k on k.id = h.street_id where h.id = c.building_id',
        value: "concat_ws(' ', k.city, k.name, h.number)",
      },
      show: (house, language) =>
        addressText({ ...(house as House), flat: null, rawText: '' }, language),
      isSortable: false,
      isRequired: true,
    },
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
