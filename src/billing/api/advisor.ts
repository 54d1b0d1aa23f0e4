import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

const Months = z.int().min(1).max(6);
const Minute = z.int().min(0).max(1440);
const Percent = z.int().min(0).max(100);

const Settings = z
  .object({
    /** How many whole months are looked back upon. */
    months: Months,
    /** With fewer nothing is advised. */
    leastMonths: Months,
    /** What a change must save to be advised, in percent of what is paid. */
    leastSavingPercent: Percent.max(90),
    /** Working hours, in minutes after the local midnight. */
    workFromMinute: Minute,
    workToMinute: Minute,
    /** How much is used in them, and at most after them and on days off, where a company works. */
    workLeastPercent: Percent.min(50),
    restMostPercent: Percent.max(50),
    /** A month; with less nothing is said. */
    workLeastBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    version: z.int(),
  })
  .refine(({ months, leastMonths }) => leastMonths <= months, {
    path: ['leastMonths'],
    error: 'billing.too_many_months',
  })
  .refine(({ workFromMinute, workToMinute }) => workFromMinute < workToMinute, {
    path: ['workToMinute'],
    error: 'billing.wrong_hours',
  });

/** Of a month, over those that were looked at. */
const Cost = z.object({ meanMinor: z.int(), leastMinor: z.int(), mostMinor: z.int() });

/** Why a tariff does not fit. */
const objections = ['slower', 'shared', 'dearer', 'dear_month', 'little'] as const;

const Offered = Cost.extend({
  versionId: Id,
  productId: Id,
  name: z.string(),
  speedKbps: z.int().nullable(),
  monthlyFeeMinor: z.int(),
  connectionFeeMinor: z.int(),
  includedBytes: z.int(),
  includedSeconds: z.int(),
  /** Whether anything is paid for by measure; what of the mean cost is. */
  isMetered: z.boolean(),
  usageMinor: z.int(),
  objections: z.array(z.enum(objections)),
});

const Advice = z.object({
  service: z.enum(['internet', 'tv', 'phone', 'mobile', 'bundle', 'other']),
  subscriptionId: Id,
  now: Cost.extend({
    name: z.string(),
    speedKbps: z.int().nullable(),
    isMetered: z.boolean(),
    usageMinor: z.int(),
  }),
  /** How many whole months count, and whether they are enough to advise anything. */
  months: z.int(),
  isEnough: z.boolean(),
  /** Whether use was ever measured: without it tariffs with a price by measure are left out. */
  isMeasured: z.boolean(),
  /** A month. */
  use: z.object({
    bytes: z.int(),
    leastBytes: z.int(),
    mostBytes: z.int(),
    seconds: z.int(),
    /** In working hours, and after them and on days off; null: the records do not tell. */
    workPercent: z.int().nullable(),
    restPercent: z.int().nullable(),
  }),
  /** A private line that is used as a company would. */
  isShared: z.boolean(),
  /** The one to be advised; null: none, the present one fits. */
  bestVersionId: Id.nullable(),
  /** What fits stands first, the cheapest before others. */
  offered: z.array(Offered),
});

const sumKinds = ['overpays', 'underpaid', 'shared', 'all'] as const;

const Sum = z.object({
  kind: z.enum(sumKinds),
  productId: Id,
  currency: z.string(),
  /** Of those alone whose difference a month is not less. */
  fromMinor: z.int(),
  accounts: z.int(),
  minor: z.int(),
});

const Run = z.object({
  id: Id,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** The first day of the latest month that was looked at. */
  month: DateOnly,
  accounts: z.int(),
});

const Found = z.object({
  id: Id,
  accountId: Id,
  account: z.string(),
  subscriberId: Id,
  subscriber: z.string(),
  currency: z.string(),
  tariff: z.string(),
  best: z.string().nullable(),
  nowMinor: z.int(),
  bestMinor: z.int().nullable(),
  savingMinor: z.int(),
  underpaidMinor: z.int(),
  isShared: z.boolean(),
});

export const advisorApi = defineApi({
  'GET /api/accounts/{id}/advice': {
    summary: 'What each tariff would have cost an account on its real use, and which fits',
    permission: 'billing.view',
    input: z.object({ id: Id, months: z.coerce.number().int().min(1).max(6).optional() }),
    output: z.object({
      currency: z.string(),
      /** The latest whole months that were looked at. */
      fromMonth: DateOnly,
      toMonth: DateOnly,
      settings: Settings,
      advices: z.array(Advice),
      may: z.object({ serve: z.boolean(), seeEffect: z.boolean() }),
    }),
    errors: ['billing.no_such_account', 'subscribers.caller_unverified'],
  },
  'GET /api/advisor': {
    summary: 'The latest advice to all accounts, in sums by tariff',
    permission: 'billing.advisor',
    input: Nothing,
    output: z.object({
      /** Null: there was none yet. */
      latest: Run.nullable(),
      going: Run.nullable(),
      /** Of those with reach of all alone. */
      sums: z.array(Sum),
      products: z.array(z.object({ id: Id, name: z.string() })),
    }),
  },
  'GET /api/advisor/accounts': {
    summary: 'Accounts that overpay, pay too little or are shared, by how much',
    permission: 'billing.advisor',
    input: Paging.extend({
      kind: z.enum(sumKinds).exclude(['all']),
      productId: Id.optional(),
      fromMinor: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ accounts: z.array(Found), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/advisor/runs': {
    summary: 'Advise on all accounts anew; where a run is going on, it is that one',
    permission: 'billing.advisor',
    input: Nothing,
    output: z.object({ id: Id }),
    status: 202,
  },
  'GET /api/advisor-settings': {
    summary: 'By what the advisor judges',
    permission: 'billing.view',
    input: Nothing,
    output: Settings,
  },
  'PUT /api/advisor-settings': {
    summary: 'Say by what the advisor judges from now on',
    permission: 'billing.settings',
    input: Settings,
    output: Nothing,
    errors: ['billing.changed_since'],
  },
});

export type AdvisorSettings = z.output<typeof Settings>;
export type Advice = z.output<typeof Advice>;
export type FoundAdvice = z.output<typeof Found>;
export type AdviceRun = z.output<typeof Run>;
