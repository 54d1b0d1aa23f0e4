import { buildingNumber, parseAddress, streetKey } from '../../subscribers/index.ts';
import type { ImportRecord } from './import-record.ts';
import type { RecordContext } from './reader.ts';

type Place = Pick<ImportRecord, 'address' | 'addressText'>;

const marks = { street: '', building: 'д. ', block: 'корп. ', flat: 'кв. ' } as const;

/**
 * Where service is given, by the columns of an address together. One that cannot be understood is
 * kept as it was written.
 */
export function readPlace(parts: ReadonlyMap<string, string>, { city }: RecordContext): Place {
  const text = addressText(parts);
  if (text === '') return {};
  const ownCity = parts.get('city') ?? city;
  const parsed = parseAddress(text, ownCity || null);
  if (!parsed.ok) {
    return { addressText: parts.has('city') ? `${parts.get('city')}, ${text}` : text };
  }
  const { street, streetKind, flat, district, isPrivateSector } = parsed.address;
  const place = parsed.address.city ?? '';
  return {
    address: {
      city: place,
      streetKind: streetKind ?? '',
      street,
      streetKey: streetKey(place, street),
      building: buildingNumber(parsed.address),
      flat: flat ?? '',
      isPrivateSector,
      district: district ?? '',
    },
  };
}

/** One line of the columns; a number that brings its own mark (`кв. 5`) keeps it. */
function addressText(parts: ReadonlyMap<string, string>): string {
  const pieces = [parts.get('address') ?? ''];
  for (const [part, mark] of Object.entries(marks)) {
    const value = parts.get(part);
    if (value) pieces.push(/^\p{L}{1,5}[.\s]/u.test(value) ? value : `${mark}${value}`);
  }
  return pieces.filter((piece) => piece !== '').join(', ');
}
