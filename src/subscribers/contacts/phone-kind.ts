import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** `other` is a city line, a free call and the like; undefined: no such number is assigned. */
export type PhoneKind = 'mobile' | 'other' | undefined;

/**
 * Calling codes where a number's first six digits and its length decide about it (so the library's
 * patterns say, and a test compares), with the length of those that are remembered.
 */
const byPrefix: readonly { callingCode: string; length: number }[] = [
  { callingCode: '7', length: 11 },
  { callingCode: '375', length: 12 },
  { callingCode: '380', length: 12 },
];

/** At most a million prefixes per code exist; a base meets some thousands. */
const known = new Map<string, PhoneKind>();

/** What an international number, digits only, is for. Remembers prefixes, for bases are large. */
export function phoneKind(digits: string): PhoneKind {
  for (const { callingCode, length } of byPrefix) {
    if (digits.length !== length || !digits.startsWith(callingCode)) continue;
    const prefix = digits.slice(0, callingCode.length + 6);
    if (!known.has(prefix)) known.set(prefix, askLibrary(digits));
    return known.get(prefix);
  }
  return askLibrary(digits);
}

function askLibrary(digits: string): PhoneKind {
  const number = parsePhoneNumberFromString(`+${digits}`);
  // The library reads `+7 8912…` as `+7 912…`; such digits are no number as they stand.
  if (!number?.isValid() || number.number !== `+${digits}`) return undefined;
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? 'mobile' : 'other';
}
