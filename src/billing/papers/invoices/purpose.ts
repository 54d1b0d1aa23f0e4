import { sumText } from '../words/sum-text.ts';
import { dayText } from '../words/day-text.ts';
import type { Vat } from '../content.ts';

type Invoice = { number: string; datedOn: string; account: string; vat: Vat; currency: string };

/**
 * What a payment of the invoice is to say, in Russian whatever the paper's language, for banks read
 * it; our own import knows the invoice by its number in it.
 */
export function purposeOf({ number, datedOn, account, vat, currency }: Invoice): string {
  const tax =
    vat.percent === null
      ? 'Без НДС'
      : `В т. ч. НДС ${vat.percent}% ${sumText(vat.amountMinor, currency, 'ru')}`;
  const on = dayText(datedOn, 'ru');
  return `Оплата по счёту № ${number} от ${on}, л/с ${account}. ${tax}`;
}
