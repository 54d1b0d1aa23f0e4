import { defineList } from '../../kernel/list/entity.ts';
import { addressField } from '../address-field.ts';
import { offerList } from '../api/list.ts';
import { technologies } from '../api/shapes.ts';

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
    addressField('o.building_id'),
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
