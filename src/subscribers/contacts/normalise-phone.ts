import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { phoneKind } from './phone-kind.ts';
import { phoneCandidates, type PhonePlan, planOf } from './phone-plan.ts';
import { readTypedPhone, type TypedPhoneFailure } from './typed-phone.ts';

/** ISO 3166 code of the operator's country. */
export type PhoneCountry = CountryCode;

export type PhoneFailure =
  | TypedPhoneFailure
  | 'too_short'
  | 'too_long'
  /** A number of one town, and which town is not known. */
  | 'needs_city_code'
  /** The length is right, but no operator or town has this code. */
  | 'unknown_code'
  /** `0000000` and the like, written to fill a required field. */
  | 'placeholder';

export type NormalisedPhone = {
  ok: true;
  /** `+79123456789`. */
  e164: string;
  /** Takes text messages. */
  isMobile: boolean;
  /** Digits to dial after the call is answered. */
  extension?: string;
  /** Words that stood beside the number. */
  note?: string;
};

export type PhoneResult = NormalisedPhone | { ok: false; code: PhoneFailure };

/**
 * Brings one phone in any notation to E.164: national (`8 (912) …`, `9123456789`), international
 * with or without plus, or a town's own number when `cityCode` names the town (`3822`). Numbers are
 * checked against the ranges that countries have assigned (metadata of libphonenumber).
 */
export function normalisePhone(input: string, country: PhoneCountry, cityCode = ''): PhoneResult {
  const typed = readTypedPhone(input);
  if (typeof typed === 'string') return { ok: false, code: typed };
  const { digits, hasPlus, ...rest } = typed;
  if (/^(\d)\1{4,}$/u.test(digits)) return { ok: false, code: 'placeholder' };

  const plan = planOf(country);
  const candidates = plan ? phoneCandidates(digits, hasPlus, plan, cityCode) : [];
  for (const candidate of candidates) {
    const kind = phoneKind(candidate);
    if (kind == null) continue;
    if (plan && isPlaceholder(candidate, plan)) return { ok: false, code: 'placeholder' };
    return { ok: true, e164: `+${candidate}`, isMobile: kind === 'mobile', ...rest };
  }
  const e164 = parsePhoneNumberFromString(hasPlus ? `+${digits}` : digits, country)?.number;
  const kind = e164 == null ? undefined : phoneKind(e164.slice(1));
  if (e164 != null && kind != null) return { ok: true, e164, isMobile: kind === 'mobile', ...rest };
  return { ok: false, code: whyNot(digits, hasPlus, plan) };
}

/** All digits of the number at home are the same. */
function isPlaceholder(candidate: string, plan: PhonePlan): boolean {
  return /^(\d)\1+$/u.test(candidate.slice(plan.callingCode.length));
}

function whyNot(digits: string, hasPlus: boolean, plan: PhonePlan | undefined): PhoneFailure {
  if (digits.length > 15) return 'too_long';
  if (digits.length < 5) return 'too_short';
  if (plan == null || hasPlus) return digits.length < 8 ? 'too_short' : 'unknown_code';
  // Town codes have three to five digits, so a town's own numbers have the rest.
  const missing = plan.nationalLength - digits.length;
  if (missing >= 3) return missing <= 5 ? 'needs_city_code' : 'too_short';
  if (missing > 0) return 'too_short';
  return digits.length > plan.callingCode.length + plan.nationalLength
    ? 'too_long'
    : 'unknown_code';
}
