/** Of Russian registers: each number ends in digits by which a slip of the pen is noticed. */
const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

const innOfFirm = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const innOfPerson = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const innOfPersonLast = [3, ...innOfPerson];

/** ИНН: ten digits of a firm, twelve of a person (order of the tax service, ММВ-7-6/435). */
export function isTaxNumber(number: string): boolean {
  const endsIn = (weights: readonly number[], at: number): boolean =>
    (weighted(number, weights) % 11) % 10 === Number(number[at]);
  if (/^\d{10}$/.test(number)) return endsIn(innOfFirm, 9);
  return /^\d{12}$/.test(number) && endsIn(innOfPerson, 10) && endsIn(innOfPersonLast, 11);
}

/** КПП: a tax office, why, and a number; it has no check digit. */
export const isTaxReasonCode = (code: string): boolean => /^\d{4}[\dA-Z]{2}\d{3}$/.test(code);

/** ОГРН of a firm, thirteen digits, or ОГРНИП of a sole trader, fifteen: the rest of a division. */
export function isRegistrationNumber(number: string): boolean {
  if (!/^(\d{13}|\d{15})$/.test(number)) return false;
  const divisor = number.length === 13 ? 11n : 13n;
  return (BigInt(number.slice(0, -1)) % divisor) % 10n === BigInt(number.slice(-1));
}

/** БИК, of a bank or an office of the Bank of Russia. */
export const isBankCode = (code: string): boolean => /^0[0-4]\d{7}$/.test(code);

const keyWeights = [7, 1, 3];

/** The key of an account, over the three digits by which its bank is told and its own twenty. */
const hasKey = (bank: string, account: string): boolean =>
  Array.from(bank + account).reduce(
    (sum, digit, at) => sum + ((Number(digit) * (keyWeights[at % 3] ?? 0)) % 10),
    0,
  ) %
    10 ===
  0;

/**
 * An account in the bank of that code (the Bank of Russia's rule 515 of 1997). One of the treasury
 * has no key.
 */
export function isBankAccount(account: string, bankCode: string): boolean {
  if (!/^\d{20}$/.test(account)) return false;
  if (account.startsWith('03')) return true;
  const isOffice = /^\d{6}00[0-2]$/.test(bankCode);
  return hasKey(isOffice ? `0${bankCode.slice(4, 6)}` : bankCode.slice(-3), account);
}

/** A bank's own account with the Bank of Russia. */
export const isCorrespondentAccount = (account: string, bankCode: string): boolean =>
  /^301\d{17}$/.test(account) && hasKey(`0${bankCode.slice(4, 6)}`, account);
