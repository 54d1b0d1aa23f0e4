export type LoginFailure =
  | 'empty'
  | 'too_long'
  | 'spaces_inside'
  /** Latin and Cyrillic letters together: one of them is a look-alike nobody can type again. */
  | 'mixed_alphabets'
  | 'unprintable';

export type LoginResult =
  /** `login` as the billing has it, `key` for comparing: access servers ignore case. */
  { ok: true; login: string; key: string } | { ok: false; code: LoginFailure };

/** RADIUS holds 253 octets in an attribute (RFC 2865); no billing takes more than this. */
const longestLogin = 128;

/** Checks the login of a service line and gives the form under which it is unique. */
export function normaliseLogin(input: string): LoginResult {
  const login = input.normalize('NFC').trim();
  if (login === '') return { ok: false, code: 'empty' };
  if (login.length > longestLogin) return { ok: false, code: 'too_long' };
  if (/[\p{C}\u2028\u2029]/u.test(login)) return { ok: false, code: 'unprintable' };
  if (/\s/u.test(login)) return { ok: false, code: 'spaces_inside' };
  if (/\p{sc=Latin}/u.test(login) && /\p{sc=Cyrillic}/u.test(login)) {
    return { ok: false, code: 'mixed_alphabets' };
  }
  return { ok: true, login, key: login.toLowerCase() };
}
