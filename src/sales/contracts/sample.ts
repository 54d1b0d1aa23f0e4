import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Sold } from './contract-content.ts';

const told = {
  ru: {
    name: 'Иванова Мария Петровна',
    address: 'г. Томск, ул. Садовая, д. 1, кв. 2',
    tariff: 'Интернет 300',
    connection: 'Подключение',
  },
  en: {
    name: 'Mary Smith',
    address: '1 Garden Street',
    tariff: 'Internet 300',
    connection: 'Connection',
  },
} as const;

/** What a contract is shown with while its text is written. */
export function sampleOf(ctx: Ctx): Sold & { number: string } {
  const { name, address, tariff, connection } = told[ctx.operator.language];
  return {
    number: '26-000001',
    on: today(ctx),
    name,
    phone: '+7 900 000-00-00',
    email: 'abonent@example.org',
    address,
    acceptedAt: ctx.clock.now(),
    quote: {
      lines: [
        {
          productVersionId: 1,
          name: tariff,
          speedKbps: 300_000,
          monthlyMinor: 75_000,
          onceMinor: 0,
          leastMonths: 12,
          leavingFeeMinor: 300_000,
          instalments: 0,
          bundle: null,
        },
        {
          productVersionId: null,
          name: connection,
          speedKbps: null,
          monthlyMinor: 0,
          onceMinor: 100_000,
          leastMonths: 0,
          leavingFeeMinor: 0,
          instalments: 0,
          bundle: null,
        },
      ],
      monthlyMinor: 75_000,
      onceMinor: 100_000,
      currency: ctx.operator.currency,
      payment: 'full',
      parts: 1,
    },
  };
}
