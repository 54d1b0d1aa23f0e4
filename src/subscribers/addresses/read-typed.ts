import { buildingNumber } from './format-address.ts';
import { houseSpellings, mendSlips } from './house-spellings.ts';
import { parseAddress } from './parse-address.ts';
import { streetKey } from './street-key.ts';

/** What can be told of an address while it is being typed. */
export type Typed = {
  city: string | null;
  kind: string;
  /** As a street's key; the town's part is empty where none was named. */
  key: string;
  /** The house's leading digits; empty while none is typed. */
  digits: string;
  /** Every spelling of the house. */
  houses: string[];
  flat: string;
};

/** @returns null where no street can be told yet */
export function readTyped(text: string): Typed | null {
  // A stroke or dash at the end waits for what comes next.
  const parsed = parseAddress(mendSlips(text).replace(/[\s/,.-]+$/u, ''));
  const address = parsed.ok ? parsed.address : parsed.understood;
  const { city = null, street = '', streetKind = null } = address;
  // A name alone between commas was taken for a town: `Щорса,` goes on with its house.
  const key = streetKey(city ?? '', street);
  if (key.length < 3 && !/\d/u.test(key)) return null;
  const house = parsed.ok ? buildingNumber(parsed.address) : '';
  return {
    city,
    kind: streetKind ?? '',
    key,
    digits: /^\d+/u.exec(house)?.[0] ?? '',
    houses: house === '' ? [] : houseSpellings(house),
    flat: address.flat ?? '',
  };
}
