import { defineList } from '../../kernel/list/entity.ts';
import { addressText } from '../../subscribers/index.ts';
import { offerList } from '../api/list.ts';
import { technologies } from '../api/shapes.ts';

type House = { city: string; streetKind: string; street: string; building: string };

/** What competitors offer at houses. All of it is the operator's, so nobody reaches some. */
export const competitorOffers = defineList({
  ...offerList,
  domain: 'network',
  table: 'competitor_offers',
  alias: 'o',
  only: 'o.removed_at is null',
  always: `join buildings b on b.id = o.building_id
           join streets s on s.id = b.street_id`,
  access: {},
  joins: { by: 'left join staff w on w.id = o.seen_by' },
  fields: [
    { key: 'buildingId', type: 'id', value: 'o.building_id', isRequired: true },
    {
      key: 'address',
      type: 'text',
      value: `jsonb_build_object('city', s.city, 'streetKind', s.kind, 'street', s.name,
                                 'building', b.number)`,
      ofAny: {
        from: 'buildings h join streets k on k.id = h.street_id where h.id = o.building_id',
        value: "concat_ws(' ', k.city, k.name, h.number)",
      },
      show: (house, language) =>
        addressText({ ...(house as House), flat: null, rawText: '' }, language),
      isSortable: false,
      isRequired: true,
    },
    { key: 'competitor', type: 'text', value: 'o.competitor', isRequired: true },
    { key: 'technology', type: 'choice', value: 'o.technology', choices: technologies },
    { key: 'speedMbps', type: 'number', value: 'o.speed_kbps / 1000', sqlType: 'integer' },
    {
      key: 'price',
      type: 'money',
      value: 'o.price_minor',
      currency: 'o.currency',
      isRequired: true,
    },
    { key: 'offerTerms', type: 'text', value: "nullif(o.terms, '')" },
    {
      key: 'seenOn',
      type: 'date',
      value: 'o.seen_on',
      isRequired: true,
      index: 'competitor_offers_seen',
    },
    { key: 'seenBy', type: 'text', value: 'w.name', joins: ['by'] },
  ],
  events: { listed: 'network.offers_listed', exported: 'network.offers_exported' },
});
