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
  const address = readAddress(text, ownCity);
  if (address) return { address };
  return { addressText: parts.has('city') ? `${parts.get('city')}, ${text}` : text };
}

type Address = NonNullable<Place['address']>;

/** Houses met lately, by the text before the flat and the city; forgotten all at once when full. */
const knownHouses = new Map<string, Address | null>();
const MOST_KNOWN_HOUSES = 20_000;

/** A flat at the end: whatever its number, the rest of such a text says the same. */
const flatLast = /^(.*(?<!\p{L})кв\.?\s*)(\d{1,5})$/su;

/** Stands for the flats of a house while it is read for all of them. */
const ANY_FLAT = '1';

/**
 * The flats of a house differ in their number alone, and reading an address is the dearest part of
 * reading a row, so that a house is read once for all its flats.
 */
function readAddress(text: string, city: string): Address | null {
  const [, before, flat] = flatLast.exec(text) ?? [];
  if (before === undefined || flat === undefined) return understood(text, city);
  const key = `${city}\n${before}`;
  let house = knownHouses.get(key);
  if (house === undefined) {
    house = understood(before + ANY_FLAT, city);
    if (knownHouses.size >= MOST_KNOWN_HOUSES) knownHouses.clear();
    knownHouses.set(key, house);
  }
  // A room beside the flat, or another flat before it: then the number is not all there is to it.
  if (house?.flat !== ANY_FLAT) return understood(text, city);
  return { ...house, flat };
}

function understood(text: string, city: string): Address | null {
  const parsed = parseAddress(text, city || null);
  if (!parsed.ok) return null;
  const { street, streetKind, flat, district, isPrivateSector } = parsed.address;
  const place = parsed.address.city ?? '';
  return {
    city: place,
    streetKind: streetKind ?? '',
    street,
    streetKey: streetKey(place, street),
    building: buildingNumber(parsed.address),
    flat: flat ?? '',
    isPrivateSector,
    district: district ?? '',
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
