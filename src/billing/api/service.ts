import { z } from 'zod';
import { cycles } from '../../catalog/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { openingApi } from './opening.ts';
import { LeavingFee, Words } from './shapes.ts';

const Break = z.object({
  id: Id,
  kind: z.enum(['suspended', 'paused']),
  reason: z.enum(['debt', 'by_hand', 'wish', 'brought']),
  beganAt: Instant,
  endedAt: Instant.nullable(),
  words: z.string(),
  begunBy: z.string().nullable(),
});

const Discount = z.object({
  id: Id,
  /** Null: of every subscription of the account. */
  subscriptionId: Id.nullable(),
  promotion: z.string().nullable(),
  kind: z.enum(['percent', 'sum']),
  /** Hundredths of a percent, or minor units a month. */
  value: z.int(),
  fromOn: DateOnly,
  /** The last day with it; null: for ever. */
  toOn: DateOnly.nullable(),
  words: z.string(),
});

const Subscription = z.object({
  id: Id,
  productVersionId: Id,
  productId: Id,
  kind: z.enum(['tariff', 'addon', 'equipment']),
  name: z.string(),
  monthlyFeeMinor: z.int(),
  chargeCycle: z.enum(cycles),
  startedOn: DateOnly.nullable(),
  /** The first day without it. */
  endedOn: DateOnly.nullable(),
  /** An announced change of its price. */
  priceChange: z.object({ fromOn: DateOnly, monthlyFeeMinor: z.int() }).nullable(),
  /** What is paid in parts: how many of them are to come, all due at once when it is ended. */
  instalments: z.object({ parts: z.int(), left: z.int(), leftMinor: z.int() }).nullable(),
  /** The bundle that it is a part of, and what all others then cost more a month without it. */
  bundle: z.object({ name: z.string(), lostMinor: z.int() }).nullable(),
  /** What it costs to leave it before the day from which that is free. */
  leaving: z.object({ untilOn: DateOnly, feeMinor: z.int() }).nullable(),
});

/** When something begins: today, or with the next month. */
const From = z.enum(['today', 'next_month']);

/** That a bundle ends, and that what is left of it costs more, was told and is wanted. */
const Confirmed = z.union([z.boolean(), z.stringbool()]).default(false);

const often = ['billing.no_such_account', 'subscribers.erased', 'subscribers.caller_unverified'];
/** Why discounts may not stand together. */
const stacked = ['billing.too_many_promotions', 'billing.too_much_off', 'billing.below_floor'];

export const serviceApi = defineApi({
  ...openingApi,
  'GET /api/accounts/{id}/service': {
    summary: 'How an account is served: its state, breaks, pauses, services and discounts',
    permission: 'billing.view',
    input: z.object({ id: Id }),
    output: z.object({
      state: z.enum(['active', 'suspended', 'paused', 'closed']),
      paymentMode: z.enum(['prepaid', 'postpaid']),
      /** What may still be spent; below zero the account is short of money. */
      availableMinor: z.int(),
      currency: z.string(),
      shortSince: Instant.nullable(),
      /** Less of the service is given since then, for a debt. */
      limitedSince: Instant.nullable(),
      /** The first day on which it is suspended if nothing is paid; null: it is not. */
      suspendsOn: DateOnly.nullable(),
      /** The latest first, those to come among them. */
      breaks: z.array(Break),
      /** Of this year. */
      pauses: z.object({ left: z.int(), daysLeft: z.int(), leastDays: z.int() }),
      /** Those that go on, and those to come. */
      subscriptions: z.array(Subscription),
      discounts: z.array(Discount),
      /** What is paid in parts and falls due at once when the account is closed. */
      restMinor: z.int(),
      may: z.object({ serve: z.boolean(), adjust: z.boolean() }),
    }),
    errors: ['billing.no_such_account', 'subscribers.caller_unverified'],
  },
  'POST /api/accounts/{id}/pauses': {
    summary: 'Pause service as the subscriber wishes, within what a year allows',
    permission: 'billing.serve',
    input: z.object({ id: Id, fromOn: DateOnly, toOn: DateOnly, words: Words.default('') }),
    output: z.object({ id: Id }),
    errors: [
      ...often,
      'billing.not_active',
      'billing.wrong_period',
      'billing.pause_too_short',
      'billing.pause_quota',
      'billing.pause_overlaps',
    ],
    status: 201,
  },
  'DELETE /api/accounts/{id}/pauses/{pauseId}': {
    summary: 'End a pause now, or take one to come back',
    permission: 'billing.serve',
    input: z.object({ id: Id, pauseId: Id }),
    output: Nothing,
    errors: [...often, 'billing.no_such_pause'],
  },
  'POST /api/accounts/{id}/suspend': {
    summary: 'Suspend service by hand; money does not resume it',
    permission: 'billing.adjust',
    input: z.object({ id: Id, words: Words.min(1) }),
    output: Nothing,
    errors: [...often, 'billing.not_active'],
  },
  'POST /api/accounts/{id}/resume': {
    summary: 'Resume what was suspended; for one short of money the days of grace begin anew',
    permission: 'billing.adjust',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [...often, 'billing.not_suspended'],
  },
  'DELETE /api/accounts/{id}/limit': {
    summary: 'Give all of a service again that was limited for debt',
    permission: 'billing.adjust',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: [...often, 'billing.not_limited'],
  },
  'POST /api/accounts/{id}/subscriptions': {
    summary: 'Subscribe to a service, or to another tariff in place of one',
    permission: 'billing.serve',
    input: z.object({
      id: Id,
      productVersionId: Id,
      /** The subscription that it takes the place of. */
      replacesId: Id.optional(),
      from: From,
      promotionId: Id.optional(),
      isConfirmed: Confirmed,
    }),
    output: z.object({ id: Id }),
    errors: [
      ...often,
      'billing.account_closed',
      'billing.no_such_subscription',
      'billing.no_such_version',
      'billing.has_it_already',
      'billing.not_eligible',
      'billing.no_such_promotion',
      'billing.bundle_ends',
      ...stacked,
    ],
    status: 201,
  },
  'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}': {
    summary: 'End a service from today; one that was only to begin is taken back',
    permission: 'billing.serve',
    input: z.object({
      id: Id,
      subscriptionId: Id,
      leavingFee: LeavingFee,
      /** Why the fee for leaving early is waived. */
      words: Words.default(''),
      isConfirmed: Confirmed,
    }),
    output: Nothing,
    errors: [
      ...often,
      'billing.no_such_subscription',
      'billing.bundle_ends',
      'billing.may_not_waive',
      'billing.waiver_needs_words',
    ],
  },
  'PUT /api/accounts/{id}/payment-mode': {
    summary: 'Let an account pay in advance or afterwards, from this month on',
    permission: 'billing.adjust',
    input: z.object({ id: Id, paymentMode: z.enum(['prepaid', 'postpaid']) }),
    output: Nothing,
    errors: often,
  },
  'POST /api/accounts/{id}/discounts': {
    summary: 'Give a discount, also for days gone by: what was charged too much comes back',
    permission: 'billing.adjust',
    input: z.object({
      id: Id,
      subscriptionId: Id.optional(),
      kind: z.enum(['percent', 'sum']),
      value: z.int().min(1).max(1e12),
      fromOn: DateOnly,
      toOn: DateOnly.optional(),
      words: Words.default(''),
    }),
    output: z.object({ id: Id }),
    errors: [...often, 'billing.no_such_subscription', 'billing.wrong_discount', ...stacked],
    status: 201,
  },
  'DELETE /api/accounts/{id}/discounts/{discountId}': {
    summary: 'End a discount from today',
    permission: 'billing.adjust',
    input: z.object({ id: Id, discountId: Id }),
    output: Nothing,
    errors: [...often, 'billing.no_such_discount'],
  },
  'POST /api/accounts/{id}/charges': {
    summary: 'Charge something once, such as a visit',
    permission: 'billing.adjust',
    input: z.object({ id: Id, amountMinor: z.int().min(1).max(1e12), words: Words.min(1) }),
    output: z.object({ lineId: Id }),
    errors: often,
    status: 201,
  },
});

export type Service = z.output<(typeof serviceApi)['GET /api/accounts/{id}/service']['output']>;
