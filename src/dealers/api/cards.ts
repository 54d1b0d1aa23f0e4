import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { cardStates, staffDeeds } from './kinds.ts';
import { Deed, Sum, Words } from './shapes.ts';

const one = z.object({ id: Id });
const goneBatch = 'dealers.no_such_batch';

export const Series = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-ZА-ЯЁ0-9]{1,10}$/);
export const Number = z.coerce.number().int().min(1).max(2_000_000);

/** Spaces and hyphens are how people write a PIN down; they are left out. */
const Pin = z
  .string()
  .max(60)
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{12,20}$/));

const Batch = z.object({
  id: Id,
  series: z.string(),
  cards: z.int(),
  made: z.int(),
  valueMinor: z.int(),
  currency: z.string(),
  validUntil: DateOnly,
  createdAt: Instant,
  createdBy: z.string().nullable(),
  pinsTakenAt: Instant.nullable(),
  pinsTakenBy: z.string().nullable(),
});

const Activated = z.object({
  card: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  account: z.string(),
});

export const cardsApi = defineApi({
  'GET /api/card-batches': {
    summary: 'Batches of internet cards, the latest first',
    permission: 'dealers.view',
    input: Paging,
    output: z.object({ batches: z.array(Batch), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'POST /api/card-batches': {
    summary: 'Make a batch of cards; it is worked on in the background',
    permission: 'dealers.cards',
    input: z.object({
      series: Series,
      cards: z.int().min(1).max(2_000_000),
      valueMinor: Sum,
      validUntil: DateOnly,
    }),
    output: one,
    errors: ['dealers.series_taken', 'dealers.already_expired'],
    status: 202,
  },
  'GET /api/card-batches/{id}': {
    summary: 'A batch: how far it is made, and where its cards are',
    permission: 'dealers.view',
    input: one,
    output: Batch.extend({
      states: z.array(z.object({ state: z.enum(cardStates), cards: z.int() })),
      blocked: z.int(),
      deeds: z.array(Deed),
    }),
    errors: [goneBatch],
  },
  'POST /api/card-batches/{id}/pins': {
    summary: 'Take the file of PINs away to be printed: once, and erased here for good',
    permission: 'dealers.pins',
    kind: 'download',
    input: one,
    output: Nothing,
    errors: [goneBatch, 'dealers.not_made', 'dealers.pins_taken'],
  },
  'POST /api/card-batches/{id}/deeds': {
    summary: 'Give, take back, sell, block or unblock a range of cards',
    permission: 'dealers.cards',
    input: z.object({
      id: Id,
      kind: z.enum(staffDeeds),
      firstNumber: Number,
      lastNumber: Number,
      /** Whose cards they are or become; not asked for where cards are blocked. */
      dealerId: Id.nullable().default(null),
      reason: Words.default(''),
    }),
    output: z.object({ cards: z.int() }),
    errors: [
      goneBatch,
      'dealers.no_such_dealer',
      'dealers.wrong_range',
      'dealers.cards_elsewhere',
      'dealers.cards_expired',
      'dealers.above_credit',
      'dealers.other_currency',
    ],
  },
  'GET /api/cards/{series}/{number}': {
    summary: 'A card by its number, with all that happened to it',
    permission: 'dealers.view',
    input: z.object({ series: Series, number: Number }),
    output: z.object({
      batchId: Id,
      series: z.string(),
      number: z.int(),
      valueMinor: z.int(),
      currency: z.string(),
      validUntil: DateOnly,
      state: z.enum(cardStates),
      isBlocked: z.boolean(),
      dealer: z.object({ id: Id, name: z.string() }).nullable(),
      account: z.object({ id: Id, number: z.string() }).nullable(),
      activatedAt: Instant.nullable(),
      deeds: z.array(Deed),
    }),
    errors: ['dealers.no_such_card'],
  },
  'POST /api/cards/activate': {
    summary: 'Credit a card to an account by its PIN; for whoever holds the card',
    permission: 'public',
    perMinute: 30,
    takesSecret: true,
    input: z.object({ account: z.string().trim().min(1).max(60), pin: Pin }),
    output: Activated,
    errors: ['dealers.not_activated', 'dealers.too_many_attempts'],
  },
  'POST /api/accounts/{id}/cards': {
    summary: 'Credit a card to a subscriber’s account, who has told its PIN',
    permission: 'dealers.activate',
    takesSecret: true,
    input: z.object({ id: Id, pin: Pin }),
    output: Activated,
    errors: [
      'billing.no_such_account',
      'subscribers.caller_unverified',
      'dealers.no_such_pin',
      'dealers.card_used',
      'dealers.card_blocked',
      'dealers.card_over',
      'dealers.card_not_sold',
      'dealers.other_currency',
      'dealers.too_many_attempts',
    ],
  },
});
