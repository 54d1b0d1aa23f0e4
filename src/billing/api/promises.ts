import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import type { Condition } from '../../kernel/conditions/condition.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';
import { promiseStates } from './debt-kinds.ts';

const Sum = z.int().min(1).max(1e12);

const body = {
  name: Line,
  /** Of which subscribers, in the fields of their list; null is all. */
  condition: ConditionShape.nullable(),
  /** `fixed`: one of `sumsMinor`. `fees`: any sum up to `feesPercent` of a month’s fees. */
  sumKind: z.enum(['fixed', 'fees']),
  sumsMinor: z.array(Sum).max(12),
  feesPercent: z.int().min(1).max(1000),
  days: z.int().min(1).max(90),
  priceMinor: z.int().min(0).max(1e12),
  /** Null: as often as one likes. */
  monthlyTimes: z.int().min(1).max(31).nullable(),
  leastDaysBetween: z.int().min(0).max(366),
  /** Null: whatever is owed. */
  mostDebtMinor: z.int().min(0).max(1e12).nullable(),
  leastTenureMonths: z.int().min(0).max(600),
};

const Rule = z.object({
  id: Id,
  ...body,
  condition: z.custom<Condition>().nullable(),
  version: z.int(),
  isArchived: z.boolean(),
  /** The code of what makes its condition unreadable: a field that is gone. */
  problem: z.string().nullable(),
});

/** Why a rule offers an account nothing, in words that can be said aloud. */
const Why = z.object({ code: z.string(), words: z.string() });

const Promised = z.object({
  id: Id,
  state: z.enum(promiseStates),
  amountMinor: z.int(),
  paidMinor: z.int(),
  priceMinor: z.int(),
  takenAt: Instant,
  /** The last day on which it can be kept. */
  dueOn: DateOnly,
  endedAt: Instant.nullable(),
  takenBy: z.string().nullable(),
});

const Offer = z.object({
  ruleId: Id,
  rule: z.string(),
  /** The sums to choose from; where there are none, any from `leastMinor` to `mostMinor`. */
  sumsMinor: z.array(z.int()),
  leastMinor: z.int(),
  mostMinor: z.int(),
  days: z.int(),
  /** The last day on which it could be kept, if it were taken today. */
  dueOn: DateOnly,
  priceMinor: z.int(),
});

const Touched = z.object({
  accountId: Id,
  account: z.string(),
  /** `gains` may promise now, `loses` may no longer, `changes` may on other terms. */
  what: z.enum(['gains', 'loses', 'changes']),
  /** What stood in the way before, or stands there then. */
  why: z.array(Why),
});

const Preview = z.object({
  /** Accounts that are offered one now, and would be. */
  before: z.int(),
  after: z.int(),
  gains: z.int(),
  loses: z.int(),
  changes: z.int(),
  /** Ten of them at most, of those that the reader may see. */
  sample: z.array(Touched),
});

const refused = [
  'billing.rule_taken',
  'billing.rule_without_sums',
  'kernel.unknown_field',
  'kernel.bad_condition',
];
const permission = 'billing.settings';

export const promisesApi = defineApi({
  'GET /api/accounts/{id}/promises': {
    summary: 'What payment an account may promise now, or why none, and those promised before',
    permission: 'billing.promise',
    input: z.object({ id: Id }),
    output: z.object({
      currency: z.string(),
      /** Null: none is offered. */
      offer: Offer.nullable(),
      why: z.array(Why),
      /** The latest first. */
      promises: z.array(Promised),
    }),
    errors: ['billing.no_such_account', 'subscribers.caller_unverified'],
  },
  'POST /api/accounts/{id}/promises': {
    summary: 'Promise a payment by a day: what is promised may be spent at once',
    permission: 'billing.promise',
    input: z.object({ id: Id, amountMinor: Sum }),
    output: z.object({
      id: Id,
      dueOn: DateOnly,
      /** Whether service that was suspended for debt is given again. */
      isResumed: z.boolean(),
    }),
    errors: [
      'billing.no_such_account',
      'subscribers.erased',
      'billing.no_promise',
      'billing.promise_sum',
      'billing.promise_too_small',
    ],
    status: 201,
  },
  'GET /api/promise-rules': {
    summary: 'Rules of promised payments in their order; those no longer used stand last',
    permission,
    input: Nothing,
    output: z.object({ currency: z.string(), rules: z.array(Rule) }),
  },
  'POST /api/promise-rules': {
    summary: 'Make a rule of promised payments, the last in order',
    permission,
    input: z.object(body),
    output: z.object({ id: Id }),
    errors: refused,
    status: 201,
  },
  'PUT /api/promise-rules/{id}': {
    summary: 'Change a rule, or put it out of use; what is promised already stays',
    permission,
    input: z.object({ id: Id, version: z.int(), ...body, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['billing.no_such_rule', 'billing.changed_since', ...refused],
  },
  'PUT /api/promise-rules/order': {
    summary: 'Say which rule is asked before which',
    permission,
    input: z.object({ ids: z.array(Id).min(1).max(100) }),
    output: Nothing,
  },
  'POST /api/promise-rules/preview': {
    summary: 'Whom a new rule, or a change of one, would touch if it were saved now',
    permission,
    /** `id` is null for a rule that would be new. */
    input: z.object({
      id: Id.nullable(),
      ...body,
      name: z.string().max(200),
      isArchived: z.boolean(),
    }),
    output: Preview,
    errors: ['billing.no_such_rule', ...refused],
    repeats: 'harmless',
  },
});

export type PromiseRule = z.output<typeof Rule>;
export type PromiseRuleBody = Omit<PromiseRule, 'id' | 'version' | 'isArchived' | 'problem'>;
export type PromiseWhy = z.output<typeof Why>;
export type PromiseOffer = z.output<typeof Offer>;
export type Promises = z.output<(typeof promisesApi)['GET /api/accounts/{id}/promises']['output']>;
export type PromisePreview = z.output<typeof Preview>;
