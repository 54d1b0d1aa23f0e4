import type { CountryCode } from 'libphonenumber-js/max';

/** How numbers of a country are written at home: what people leave out and what they put before. */
export type PhonePlan = {
  callingCode: string;
  /** Digits of a number without the calling code; rarer lengths are left to the library. */
  nationalLength: number;
  /** Digits dialled before a number inside the country, the longest first. */
  trunks: readonly string[];
  /** Digits dialled before a calling code to call abroad. */
  international: string;
};

const russian: PhonePlan = {
  callingCode: '7',
  nationalLength: 10,
  trunks: ['8'],
  international: '810',
};

const plans: Partial<Record<CountryCode, PhonePlan>> = {
  RU: russian,
  KZ: russian,
  BY: { callingCode: '375', nationalLength: 9, trunks: ['80', '8', '0'], international: '810' },
  UA: { callingCode: '380', nationalLength: 9, trunks: ['80', '0'], international: '00' },
};

/** Calling codes by which a number is known to be a neighbour's even without its plus. */
const neighbours = ['375', '380', '992', '993', '994', '995', '996', '998', '374', '373'];

export function planOf(country: CountryCode): PhonePlan | undefined {
  return plans[country];
}

/**
 * The international numbers that typed digits may mean under a plan, the likeliest first, without
 * the plus. `cityCode` completes a number dialled inside one town.
 */
export function phoneCandidates(
  digits: string,
  hasPlus: boolean,
  plan: PhonePlan,
  cityCode: string,
): string[] {
  const { callingCode, nationalLength, trunks, international } = plan;
  const candidates: string[] = hasPlus ? [digits] : [];
  const add = (before: string, put: string, length = nationalLength) => {
    if (digits.startsWith(before) && digits.length === before.length + length) {
      candidates.push(put + digits.slice(before.length));
    }
  };
  add('', callingCode);
  add(callingCode, callingCode);
  for (const trunk of trunks) add(trunk, callingCode);
  // Both written at once: `+7 (8-912) …`, `8 7912…`, `+375 (029) …`.
  for (const trunk of trunks) {
    add(callingCode + trunk, callingCode);
    add(trunk + callingCode, callingCode);
  }
  if (cityCode !== '') add('', callingCode + cityCode, nationalLength - cityCode.length);
  if (digits.startsWith(international)) candidates.push(digits.slice(international.length));
  if (digits.length >= 11 && neighbours.some((code) => digits.startsWith(code))) {
    candidates.push(digits);
  }
  return candidates;
}
