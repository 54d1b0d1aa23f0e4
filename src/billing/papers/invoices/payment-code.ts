import type { SellerParty } from '../../api/papers.ts';

/** Between fields; a value holds none. */
const BETWEEN = '|';

type Bill = { seller: SellerParty; purpose: string; amountMinor: number; account: string };

/**
 * What a bank's app reads from the code on an invoice: ГОСТ Р 56042-2014, version 1, in UTF-8
 * (`ST00012`). The sum is in kopecks. `PersAcc` is whose account with us it is.
 */
export function paymentCode({ seller, purpose, amountMinor, account }: Bill): string {
  const fields: [string, string][] = [
    ['Name', seller.name.slice(0, 160)],
    ['PersonalAcc', seller.bankAccount],
    ['BankName', seller.bankName.slice(0, 45)],
    ['BIC', seller.bankCode],
    ['CorrespAcc', seller.correspondentAccount || '0'],
    ['Sum', String(amountMinor)],
    ['Purpose', purpose.slice(0, 210)],
    ['PayeeINN', seller.taxNumber],
    ['KPP', seller.taxReasonCode],
    ['PersAcc', account],
  ];
  const told = fields
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${value.replaceAll(BETWEEN, ' ').replaceAll(/\s+/g, ' ')}`);
  return ['ST00012', ...told].join(BETWEEN);
}
