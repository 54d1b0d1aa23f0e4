/** What the library's answer means to us: our failure's code and status. */
export type Refusal = { code: string; status: number };

/**
 * The doors of the library that stand open, with what their answers may carry. All else it offers
 * (signing up, changing an e-mail, listing tokens) is done by our own use cases or not at all.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
  'GET get-session': [],
  'POST sign-in/email': ['twoFactorRedirect'],
  'POST sign-out': [],
  'POST two-factor/enable': ['totpURI', 'backupCodes'],
  'POST two-factor/disable': [],
  'POST two-factor/generate-backup-codes': ['backupCodes'],
  'POST two-factor/verify-totp': [],
  'POST two-factor/verify-backup-code': [],
};

/** Doors that ask somebody signed in for the password again: a borrowed screen may not guess. */
export const passwordDoors: ReadonlySet<string> = new Set([
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/generate-backup-codes',
]);

const refusals: Readonly<Record<string, Refusal>> = {
  INVALID_EMAIL: { code: 'staff.wrong_credentials', status: 401 },
  INVALID_EMAIL_OR_PASSWORD: { code: 'staff.wrong_credentials', status: 401 },
  FAILED_TO_CREATE_SESSION: { code: 'staff.shut_out', status: 403 },
  INVALID_PASSWORD: { code: 'staff.wrong_password', status: 422 },
  PASSWORD_TOO_LONG: { code: 'staff.wrong_credentials', status: 401 },
  INVALID_CODE: { code: 'staff.wrong_code', status: 422 },
  INVALID_BACKUP_CODE: { code: 'staff.wrong_code', status: 422 },
  INVALID_TWO_FACTOR_COOKIE: { code: 'staff.second_factor_late', status: 401 },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'staff.second_factor_late', status: 401 },
  ACCOUNT_TEMPORARILY_LOCKED: { code: 'staff.too_many_codes', status: 429 },
  TOTP_ALREADY_ENABLED: { code: 'staff.second_factor_on', status: 409 },
  TOTP_NOT_ENABLED: { code: 'staff.second_factor_off', status: 409 },
  TWO_FACTOR_NOT_ENABLED: { code: 'staff.second_factor_off', status: 409 },
  BACKUP_CODES_NOT_ENABLED: { code: 'staff.second_factor_off', status: 409 },
};

/** @param status the library's own, where its code says nothing to us */
export function refusalOf(code: unknown, status: number): Refusal {
  const known = typeof code === 'string' ? refusals[code] : undefined;
  if (known) return known;
  if (status === 401) return { code: 'kernel.not_signed_in', status };
  if (status === 404) return { code: 'kernel.not_found', status };
  return { code: 'kernel.invalid_input', status: 422 };
}
