import { type AddressLoad, streetKey } from '../subscribers/index.ts';
import type { DemoBuilding } from './places.ts';

/** A building and flat as the subscribers' addresses take it. */
export function placeOf(building: DemoBuilding, flat: string): AddressLoad {
  return {
    city: building.city,
    streetKind: building.streetKind,
    street: building.street,
    streetKey: streetKey(building.city, building.street),
    building: building.number,
    flat,
    isPrivateSector: building.isPrivateSector,
    technology: building.technology,
    district: building.district,
  };
}
