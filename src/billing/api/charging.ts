import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { usageApi } from './usage.ts';
import { productsApi } from './products.ts';

const Days = z.int().min(0).max(365);

const Settings = z.object({
  /** Nothing before this day is charged; null: nothing is charged at all. */
  chargesBeginOn: DateOnly.nullable(),
  /** What a part of a month is counted in. */
  proration: z.enum(['day', 'second']),
  /** For how many days an account may be short of money; null: for ever. */
  graceDays: Days.nullable(),
  postpaidGraceDays: Days.nullable(),
  /** Nobody is suspended on a day off or a holiday. */
  sparesRestDays: z.boolean(),
  /** By which calendar days are off for that; null: by the country’s. */
  restCalendarId: Id.nullable(),
  yearlyPauses: z.int().min(0).max(366),
  yearlyPauseDays: z.int().min(0).max(366),
  leastPauseDays: z.int().min(1).max(366),
  /** For how many days a change of price is known before it holds. */
  priceNoticeDays: z.int().min(10).max(180),
  version: z.int(),
});

/** What came later a program that was written before does not name: it stays as it is. */
const NewSettings = Settings.extend({
  restCalendarId: Settings.shape.restCalendarId.optional(),
  priceNoticeDays: Settings.shape.priceNoticeDays.optional(),
});

const Sum = z.object({ currency: z.string(), chargedMinor: z.int(), returnedMinor: z.int() });

const Run = z.object({
  id: Id,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** Null: by the clock. */
  startedBy: z.string().nullable(),
  accounts: z.int(),
  charges: z.int(),
  suspended: z.int(),
  resumed: z.int(),
  sums: z.array(Sum),
  /** Accounts that could not be charged; some of them, and how many there are. */
  failed: z.int(),
  failures: z.array(z.object({ accountId: Id, account: z.string(), error: z.string() })),
});

/** How accounts are charged, and what of it comes with products. */
export const chargingApi = {
  ...productsApi,
  ...defineApi({
    ...usageApi,
    'GET /api/billing-settings': {
      summary: 'How this operator charges',
      permission: 'billing.view',
      input: Nothing,
      output: Settings,
    },
    'PUT /api/billing-settings': {
      summary: 'Say how this operator charges from now on',
      permission: 'billing.settings',
      input: NewSettings,
      output: Nothing,
      errors: ['billing.changed_since', 'billing.begins_too_early', 'billing.no_such_calendar'],
    },
    'GET /api/charge-runs': {
      summary: 'The latest runs of charging all accounts, with what they came to',
      permission: 'billing.charge',
      input: Nothing,
      output: z.object({
        /** From when on charges are made; null: they are not. */
        chargesBeginOn: DateOnly.nullable(),
        runs: z.array(Run),
      }),
    },
    'POST /api/charge-runs': {
      summary: 'Charge all accounts now; where a run is going on, it is that one',
      permission: 'billing.charge',
      input: Nothing,
      output: z.object({ id: Id }),
      errors: ['billing.charging_off'],
      status: 202,
    },
  }),
};

export type Settings = z.output<typeof Settings>;
export type NewSettings = z.output<typeof NewSettings>;
export type ChargeRun = z.output<typeof Run>;
