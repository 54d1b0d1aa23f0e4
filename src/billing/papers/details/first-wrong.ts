import { type Fail, fail } from '../../../kernel/result.ts';
import type { Party, SellerParty } from '../../api/papers.ts';
import {
  isBankAccount,
  isBankCode,
  isCorrespondentAccount,
  isRegistrationNumber,
  isTaxNumber,
  isTaxReasonCode,
} from './check-numbers.ts';

type Given = Party & Partial<SellerParty>;

/** The first number that no register could have given; what is left empty is not wrong. */
export function firstWrong(country: string, given: Given): Fail | null {
  // Of other countries the program knows no check digits.
  if (country !== 'RU') return null;
  const { bankCode = '', bankAccount = '', correspondentAccount = '' } = given;
  const checks: [string, keyof SellerParty, string, (text: string) => boolean][] = [
    [given.taxNumber, 'taxNumber', 'tax_number', isTaxNumber],
    [given.taxReasonCode, 'taxReasonCode', 'tax_reason_code', isTaxReasonCode],
    [given.registrationNumber, 'registrationNumber', 'registration_number', isRegistrationNumber],
    [bankCode, 'bankCode', 'bank_code', isBankCode],
    [bankAccount, 'bankAccount', 'bank_account', (text) => isBankAccount(text, bankCode)],
    [
      correspondentAccount,
      'correspondentAccount',
      'correspondent_account',
      (text) => isCorrespondentAccount(text, bankCode),
    ],
  ];
  const wrong = checks.find(([text, , , isRight]) => text !== '' && !isRight(text));
  if (!wrong) return null;
  const code = `billing.wrong_${wrong[2]}`;
  return fail(code, {}, { [wrong[1]]: code });
}
