import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

const Wanted = z.object({ fromVersionId: Id, toVersionId: Id, fromOn: DateOnly });

const Version = z.object({ id: Id, version: z.int(), monthlyFeeMinor: z.int() });

const Effect = z.object({
  currency: z.string(),
  subscriptions: z.int(),
  /** Left on what they have: with a fee of their own, or leaving it before. */
  leftOut: z.int(),
  /** A month, with the discounts of that day. */
  beforeMinor: z.int(),
  afterMinor: z.int(),
  dearer: z.int(),
  cheaper: z.int(),
  /** Of those for whom it grows dearer: who then pays more than a newcomer that day. */
  aboveNewcomer: z.int(),
  /** And whom another tariff fits for less, by the advisor; null: it has not looked. */
  betterElsewhere: z.int().nullable(),
  /** How many of them are expected to leave as it is, and what they would pay; null: not known. */
  leaving: z.object({ expected: z.int(), monthlyMinor: z.int() }).nullable(),
});

const PriceChange = z.object({
  id: Id,
  productId: Id,
  product: z.string(),
  from: Version,
  to: Version,
  currency: z.string(),
  fromOn: DateOnly,
  words: z.string(),
  state: z.enum(['planned', 'announced', 'moved', 'cancelled']),
  plannedBy: z.string().nullable(),
  plannedAt: Instant,
  announcedAt: Instant.nullable(),
  /** Of those it touches. */
  touched: z.int(),
  told: z.int(),
  /** Whom no channel reaches: until a person tells them they stay as they are. */
  unreached: z.int(),
  moved: z.int(),
  version: z.int(),
});

const changed = ['billing.no_such_price_change', 'billing.changed_since'];
const unpaired = ['billing.no_such_version', 'billing.other_currency', 'billing.sold_in_parts'];
const refused = [...unpaired, 'billing.told_too_late'];

export const priceChangesApi = defineApi({
  'GET /api/price-changes': {
    summary: 'Changes of price that are planned, announced or over',
    permission: 'billing.view',
    input: z.object({ productId: Id.optional() }),
    output: z.object({
      changes: z.array(PriceChange),
      /** For how many days one is known before it holds. */
      noticeDays: z.int(),
    }),
  },
  'GET /api/price-changes/preview': {
    summary: 'What a change of price would do: whom it touches, revenue before and after, the risk',
    permission: 'billing.prices',
    input: Wanted,
    output: Effect,
    errors: unpaired,
  },
  'POST /api/price-changes': {
    summary: 'Plan a change of price for those who have a version',
    permission: 'billing.prices',
    input: Wanted.extend({ words: z.string().trim().min(1).max(2000) }),
    output: z.object({ id: Id }),
    errors: [...refused, 'billing.price_change_open'],
    status: 201,
  },
  'POST /api/price-changes/{id}/announce': {
    summary: 'Tell everybody whom it touches; who was told in time is moved on its day',
    permission: 'billing.prices',
    input: z.object({ id: Id, version: z.int() }),
    output: Nothing,
    errors: [...changed, 'billing.told_too_late', 'billing.not_planned'],
  },
  'POST /api/price-changes/{id}/cancel': {
    summary: 'Cancel a change of price before its day',
    permission: 'billing.prices',
    input: z.object({ id: Id, version: z.int() }),
    output: Nothing,
    errors: [...changed, 'billing.not_planned'],
  },
  'GET /api/price-changes/{id}/unreached': {
    summary: 'Whom no channel reaches, to be told by a person',
    permission: 'billing.view',
    input: Paging.extend({ id: Id }),
    output: z.object({
      accounts: z.array(z.object({ id: Id, number: z.string() })),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/price-changes/{id}/told': {
    summary: 'Note that a person told the holder of an account, who is moved then',
    permission: 'billing.serve',
    input: z.object({ id: Id, accountId: Id }),
    output: Nothing,
    errors: [
      'billing.no_such_account',
      'subscribers.erased',
      'subscribers.caller_unverified',
      'billing.told_already',
    ],
  },
});

export type PriceChange = z.output<typeof PriceChange>;
export type PriceEffect = z.output<typeof Effect>;
export type WantedChange = z.output<typeof Wanted>;
