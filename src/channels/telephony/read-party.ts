import type { Ctx } from '../../kernel/context.ts';
import { normalisePhone, type PhoneCountry } from '../../subscribers/index.ts';
import type { Party } from './call-facts.ts';

/** Numbers of up to so many digits are phones of the exchange itself. */
const EXTENSION = /^\d{2,5}$/;

/** Reads numbers as an exchange writes them: short ones of its own, and everybody else's. */
export const partyReader =
  ({ operator }: Pick<Ctx, 'operator'>) =>
  (number: string | undefined): Party => {
    const written = (number ?? '').trim();
    if (EXTENSION.test(written)) return { extension: written };
    const country = operator.country as PhoneCountry;
    const read = normalisePhone(written, country, operator.cityCode ?? '');
    return { phone: read.ok ? read.e164 : '' };
  };

export type ReadParty = ReturnType<typeof partyReader>;
