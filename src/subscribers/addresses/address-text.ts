import type { Language } from '../../kernel/context.ts';
import { formatAddress } from './format-address.ts';

/** The parts of a service address as the base holds them; without a premise only the raw text. */
export type AddressParts = {
  city: string | null;
  streetKind: string | null;
  street: string | null;
  building: string | null;
  flat: string | null;
  rawText: string;
};

/** An address in one line: `Томск, ул. Щорса, д. 14, кв. 52`; as written where not understood. */
export function addressText(parts: AddressParts, language: Language = 'ru'): string {
  const { street, building, rawText, ...rest } = parts;
  if (street === null || building === null) return rawText;
  return formatAddress({ ...rest, street, building }, language);
}
