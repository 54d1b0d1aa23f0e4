import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { secondReasons, termsKinds, termsStates } from '../kinds.ts';
import { Amount, at, Changed, Named, Version, Words } from './shapes.ts';

const work = 'vip.work';

export const Wanted = z.object({
  id: Id,
  kind: z.enum(termsKinds),
  /** Hundredths of a percent, a sum or price in minor units, or days, by the kind. */
  value: Amount.default(0),
  /** What it is given on; none for a longer term and no suspension, which are of an account. */
  subscriptionIds: z.array(Id).max(50).default([]),
  accountId: Id.nullable().default(null),
  fromOn: DateOnly,
  /** The last day; null for no end. */
  toOn: DateOnly.nullable(),
});

const Service = z.object({
  id: Id,
  account: z.string(),
  product: z.string(),
  priceMinor: z.int(),
  /** With the discounts that stand, and with the terms besides. */
  nowMinor: z.int(),
  thenMinor: z.int(),
  costMinor: z.int().nullable(),
  isBelow: z.boolean(),
});

export const Effect = z.object({
  currency: z.string(),
  services: z.array(Service),
  nowMinor: z.int(),
  thenMinor: z.int(),
  /** Unknown where it is of one of the services. */
  costMinor: z.int().nullable(),
  /** What is left of the price, as a share; null where nobody knows the cost or nothing is paid. */
  marginNow: z.number().nullable(),
  marginThen: z.number().nullable(),
  leastMarginPercent: z.int(),
  secondFor: z.array(z.enum(secondReasons)),
});

const Terms = z.object({
  id: Id,
  version: Version,
  kind: z.enum(termsKinds),
  value: z.int(),
  account: z.string().nullable(),
  services: z.array(z.string()),
  fromOn: DateOnly,
  toOn: DateOnly.nullable(),
  reason: z.string(),
  nowMinor: z.int(),
  thenMinor: z.int(),
  costMinor: z.int().nullable(),
  state: z.enum(termsStates),
  secondFor: z.array(z.enum(secondReasons)),
  askedBy: Named.nullable(),
  askedAt: Instant,
  approvedBy: Named.nullable(),
  secondBy: Named.nullable(),
  endedBy: Named.nullable(),
  endedAt: Instant.nullable(),
  endReason: z.string(),
  /** Proposed or approved by the one who asks: somebody else has to approve. */
  isMine: z.boolean(),
});

const Settings = z.object({
  secondFromMinor: Amount.min(1),
  longestMonths: z.int().min(1).max(60),
  noticeDays: z.int().min(1).max(180),
  version: Version,
});

const wrong = [
  'vip.no_such_client',
  'vip.has_left',
  'vip.term_past',
  'vip.wrong_period',
  'vip.wrong_value',
  'vip.no_such_service',
  'vip.no_such_account',
  'vip.no_privilege',
  'vip.price_moves',
  'vip.terms_stand',
];
const locked = ['vip.no_such_terms', 'vip.changed_meanwhile'];
const ofBilling = [
  'billing.no_such_account',
  'billing.no_such_subscription',
  'billing.too_many_promotions',
  'billing.too_much_off',
  'billing.below_floor',
  'subscribers.erased',
  'subscribers.caller_unverified',
];

export const termsApi = defineApi({
  'GET /api/vip/{id}/terms': {
    summary:
      'Individual terms of one client, those that wait and run first, and what may have them',
    permission: work,
    input: z.object({ id: Id }),
    output: z.object({
      currency: z.string(),
      terms: z.array(Terms),
      services: z.array(
        z.object({ id: Id, account: z.string(), product: z.string(), priceMinor: z.int() }),
      ),
      accounts: z.array(z.object({ id: Id, number: z.string() })),
    }),
    errors: ['vip.no_such_client'],
  },
  'POST /api/vip/{id}/terms/try': {
    summary: 'What terms would do to the price and its margin, and who would have to approve',
    permission: work,
    input: Wanted,
    output: Effect,
    errors: wrong,
    repeats: 'harmless',
  },
  'POST /api/vip/{id}/terms': {
    summary: 'Propose individual terms; another has to approve them',
    permission: work,
    input: Wanted.extend({ reason: Words }),
    output: Changed,
    errors: wrong,
    status: 201,
  },
  'POST /api/vip-terms/{id}/approve': {
    summary: 'Approve terms of another: they begin; below the floor, long or dear ones take two',
    permission: 'vip.approve',
    input: z.object(at),
    output: Changed,
    errors: [...locked, ...wrong, ...ofBilling, 'vip.decided_already', 'vip.own_wish'],
  },
  'POST /api/vip-terms/{id}/refuse': {
    summary: 'Refuse terms that were proposed',
    permission: 'vip.approve',
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, 'vip.decided_already'],
  },
  'POST /api/vip-terms/{id}/end': {
    summary: 'End terms before their day, with a reason: running ones by a leader',
    permission: work,
    input: z.object({ ...at, reason: Words }),
    output: Changed,
    errors: [...locked, ...ofBilling, 'vip.terms_over', 'vip.leader_needed'],
  },
  'GET /api/vip-terms-settings': {
    summary: 'From what on individual terms take two who approve, and when their end is told',
    permission: 'vip.manage',
    input: Nothing,
    output: Settings.extend({ currency: z.string() }),
  },
  'PUT /api/vip-terms-settings': {
    summary: 'Change that; what was approved stays',
    permission: 'vip.manage',
    input: Settings,
    output: z.object({ version: Version }),
    errors: ['vip.changed_meanwhile'],
  },
});
