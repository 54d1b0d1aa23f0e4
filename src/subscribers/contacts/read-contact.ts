import type { Operator } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { ContactKind } from '../api/kinds.ts';
import { normaliseEmail } from './normalise-email.ts';
import { normaliseMessenger } from './normalise-messenger.ts';
import { normalisePhone, type PhoneCountry } from './normalise-phone.ts';

export type ReadContact =
  | { ok: true; kind: ContactKind; value: string; extension: string | null; note: string }
  /** A failure's code, e.g. `subscribers.phone_too_short`. */
  | { ok: false; code: string; suggestion?: string };

/**
 * Brings a typed contact to the form in which it is kept and compared: a phone to E.164 by the
 * operator's country and city code, an e-mail to lower case, a messenger's link to its handle.
 */
export function readContact(
  operator: Pick<Operator, 'country' | 'cityCode'>,
  kind: ContactKind,
  typed: string,
): ReadContact {
  const country = operator.country as PhoneCountry;
  if (kind === 'phone') {
    const phone = normalisePhone(typed, country, operator.cityCode ?? '');
    if (!phone.ok) return { ok: false, code: `subscribers.phone_${phone.code}` };
    const { e164: value, extension = null, note = '' } = phone;
    return { ok: true, kind, value, extension, note };
  }
  if (kind === 'email') {
    const email = normaliseEmail(typed);
    if (email.ok) return { ok: true, kind, value: email.email, extension: null, note: '' };
    const { suggestion } = email;
    return {
      ok: false,
      code: `subscribers.email_${email.code}`,
      ...(suggestion && { suggestion }),
    };
  }
  const handle = normaliseMessenger(typed, country, kind);
  if (!handle.ok) return { ok: false, code: `subscribers.messenger_${handle.code}` };
  return { ok: true, kind: handle.messenger, value: handle.handle, extension: null, note: '' };
}

/**
 * The same for several, with what else was typed of each. The first that cannot be understood fails
 * them all, told at its own field (`contacts.2.value`).
 */
export function readContacts<T extends { kind: ContactKind; value: string; label: string }>(
  operator: Pick<Operator, 'country' | 'cityCode'>,
  typed: readonly T[],
): Result<(T & { extension: string | null })[]> {
  const read = [];
  for (const [at, contact] of typed.entries()) {
    const one = readContact(operator, contact.kind, contact.value);
    if (!one.ok) return badContact(one, `contacts.${at}.value`);
    const { kind, value, extension, note } = one;
    read.push({ ...contact, kind, value, extension, label: contact.label || note });
  }
  return ok(read);
}

/** What is wrong with a contact, told at its field; a likely slip is told with what was meant. */
export function badContact(
  { code, suggestion = '' }: { code: string; suggestion?: string },
  field: string,
): Result<never> {
  return fail(code, { suggestion }, { [field]: code });
}
