import { addressText } from '../subscribers/index.ts';

type House = { city: string; streetKind: string; street: string; building: string };

/**
 * The column of a house's address, of a list that joins `buildings b` and `streets s`.
 * @param buildingId the list's own column of the building, as `c.building_id`
 */
export const addressField = <const Id extends string>(buildingId: Id) =>
  ({
    key: 'address',
    type: 'text',
    value: `jsonb_build_object('city', s.city, 'streetKind', s.kind, 'street', s.name,
                               'building', b.number)`,
    ofAny: {
      from: `buildings h join streets k on k.id = h.street_id where h.id = ${buildingId}`,
      value: "concat_ws(' ', k.city, k.name, h.number)",
    },
    show: (house: unknown, language: Parameters<typeof addressText>[1]) =>
      addressText({ ...(house as House), flat: null, rawText: '' }, language),
    isSortable: false,
    isRequired: true,
  }) as const;
