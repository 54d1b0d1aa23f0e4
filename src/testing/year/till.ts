import { api as billingApi } from '../../billing/api.ts';
import { api as catalogApi } from '../../catalog/api.ts';
import { api as dealersApi } from '../../dealers/api.ts';
import { openBank } from '../payments/bank.ts';
import { letTerminalsIn } from '../payments/terminal.ts';
import { signedIn } from '../staff.ts';
import type { Person } from './people.ts';
import type { Year } from './year.ts';

export type Payment = {
  id: number;
  account: Person;
  leftMinor: number;
  side: string;
  /** When it came to the account. */
  cameMs: number;
};
export type Offer = {
  id: number;
  kind: 'percent' | 'sum';
  value: number;
  lastsDays: number | null;
};

/** All that people pay at, and what is remembered of what they paid. */
export type Till = {
  loadStatement: (text: string) => Promise<unknown>;
  offers: Offer[];
  reasonId: number;
  pins: string[];
  /** Of a batch that runs out. */
  unused: { cards: number; validUntil: string };
  payments: Payment[];
  corrections: { id: number; account: Person; amountMinor: number }[];
  /** Payments of which nobody is known yet. */
  unknown: { id: number; leftMinor: number }[];
};

export const CARD_MINOR = 30_000;
/** What a promise costs. */
export const PROMISE_MINOR = 1000;

/** Lets terminals, a bank and cards in, offers promotions; some cards run out unused. */
export async function openTill(year: Year, cards: number): Promise<Till> {
  const { world, as } = year;
  await letTerminalsIn(world, { staffId: 0, teamId: null, as });
  const bank = await openBank(world, as);
  const call = world.via(billingApi);
  const { body } = await call('GET /api/correction-reasons', {}, as);
  await allowPromises(year);
  const dealerId = await addDealer(year);
  const unused = { cards: 5, validUntil: '2026-01-20' };
  await addCards(year, dealerId, { series: 'СГ', ...unused });
  const pins = await addCards(year, dealerId, { series: 'ГД', cards, validUntil: '2027-12-31' });
  return {
    loadStatement: (text) => bank.load(text),
    offers: await addOffers(year),
    reasonId: body.reasons[0]?.id ?? 0,
    pins,
    unused,
    payments: [],
    corrections: [],
    unknown: [],
  };
}

async function allowPromises({ world, as }: Year): Promise<void> {
  const rule = {
    name: 'Всем',
    condition: null,
    sumKind: 'fees' as const,
    sumsMinor: [],
    feesPercent: 150,
    days: 5,
    priceMinor: PROMISE_MINOR,
    monthlyTimes: 2,
    leastDaysBetween: 0,
    mostDebtMinor: null,
    leastTenureMonths: 0,
  };
  const { status } = await world.via(billingApi)('POST /api/promise-rules', rule, as);
  if (status !== 201) throw new Error('nobody may promise');
}

async function addDealer({ world, as }: Year): Promise<number> {
  const contract = { contractNumber: 'ДД-1', contractOn: '2026-01-01', terms: '' };
  const { body } = await world.via(dealersApi)(
    'POST /api/dealers',
    { name: 'Киоск', ...contract, creditLimitMinor: 1_000_000_000 },
    as,
  );
  await signedIn(world, { role: 'dealer', name: 'Продавец' });
  return body.id;
}

/** Makes a batch and sells all of it. @returns the PINs */
async function addCards(
  year: Year,
  dealerId: number,
  batch: { series: string; cards: number; validUntil: string },
): Promise<string[]> {
  const { world, as } = year;
  const call = world.via(dealersApi);
  const made = await call('POST /api/card-batches', { ...batch, valueMinor: CARD_MINOR }, as);
  const { id } = made.body;
  await world.runJobs();
  const file = await call('POST /api/card-batches/{id}/pins', { id }, as);
  for (const kind of ['given', 'sold'] as const) {
    const range = { firstNumber: 1, lastNumber: batch.cards };
    const done = await call(
      'POST /api/card-batches/{id}/deeds',
      { id, kind, ...range, dealerId },
      as,
    );
    if (done.status !== 200) throw new Error(`cards were not ${kind}`);
  }
  year.moveSide('RUB', 'cards', batch.cards * CARD_MINOR);
  year.moveSide('RUB', 'dealer', -batch.cards * CARD_MINOR);
  const lines = (file.body as unknown as string).trim().split('\r\n').slice(1);
  return lines.map((line) => line.split(';')[2] ?? '');
}

async function addOffers({ world, as }: Year): Promise<Offer[]> {
  const given = [
    { name: 'Половина', kind: 'percent', value: 5000, lastsDays: 30 },
    { name: 'Сто рублей', kind: 'sum', value: 10_000, lastsDays: null },
    { name: 'Десятая', kind: 'percent', value: 1033, lastsDays: 90 },
  ] as const;
  const offers: Offer[] = [];
  for (const one of given) {
    const term = { productId: null, offeredFrom: '2026-01-01', offeredTo: null };
    const { body } = await world.via(catalogApi)('POST /api/promotions', { ...one, ...term }, as);
    offers.push({ ...one, id: body.id });
  }
  return offers;
}
