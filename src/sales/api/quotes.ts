import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { sendingStates, sendingWays } from './sending.ts';

export const quoteStates = ['offered', 'accepted', 'declined', 'withdrawn'] as const;

/** How the connection itself is paid. */
export const paymentWays = ['full', 'split', 'free'] as const;

export const QuoteLine = z.object({
  productVersionId: Id.nullable(),
  name: z.string(),
  speedKbps: z.int().nullable(),
  /** Minor units a month, and once. */
  monthlyMinor: z.int(),
  onceMinor: z.int(),
  /** Whoever leaves before so many months pays the fee of leaving; 0 where nothing binds. */
  leastMonths: z.int(),
  leavingFeeMinor: z.int(),
  /** In how many monthly parts what is taken once is paid; 0: at once. */
  instalments: z.int(),
  /** The bundle that it is a part of, and what that takes off it a month. */
  bundle: z.object({ id: Id, name: z.string(), offMinor: z.int() }).nullable(),
});

const Amounts = {
  monthlyMinor: z.int(),
  onceMinor: z.int(),
  currency: z.string(),
  payment: z.enum(paymentWays),
  /** In how many monthly parts the connection is paid; 1 where it is paid at once. */
  parts: z.int(),
};

const Quote = z.object({
  id: Id,
  state: z.enum(quoteStates),
  /** It was not answered by its last day. */
  isPast: z.boolean(),
  lines: z.array(QuoteLine),
  words: z.string(),
  ...Amounts,
  validUntil: DateOnly,
  madeAt: Instant,
  madeBy: z.string().nullable(),
  seenAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  acceptedName: z.string(),
  declineWords: z.string(),
  /** Why an acceptance was taken back. */
  undoReason: z.string(),
  /** By what its link was sent, the earliest first, and what became of that. */
  sendings: z.array(
    z.object({
      id: Id,
      way: z.enum(sendingWays),
      /** Of a letter; empty where it is hidden or forgotten. */
      recipient: z.string(),
      state: z.enum(sendingStates),
      sentAt: Instant,
      sentBy: z.string().nullable(),
    }),
  ),
  /** The number of the contract that came of it. */
  contract: z.string().nullable(),
  /** The page for whom it was made; by it anybody who has it may accept. */
  path: z.string(),
});

/** What a guided sale agreed on, from which a quote is begun. */
export const Agreed = z.object({
  productVersionIds: z.array(Id),
  /** Of the line itself, besides the services' own fees. */
  connectionMinor: z.int(),
  payment: z.enum(paymentWays),
  parts: z.int(),
});

export const Token = z.string().regex(/^[\w-]{43}$/);

/** As the contract names the person: on one line, nothing that cannot be seen. */
const SignedName = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);

/** The shape in which the person sees it: nothing of who it is for, for a link goes astray. */
const Shown = z.object({
  operator: z.string(),
  /** Where one asks; empty where the operator has told none. */
  phone: z.string(),
  number: Id,
  state: z.enum(quoteStates),
  isPast: z.boolean(),
  /** It may be accepted, or was: what holds no longer is no paper to show around. */
  isHolding: z.boolean(),
  lines: z.array(QuoteLine),
  words: z.string(),
  ...Amounts,
  validUntil: DateOnly,
  hasContract: z.boolean(),
  /** Whoever looks is one of ours, who does not answer for the buyer. */
  isOurs: z.boolean(),
});

export const quotesApi = defineApi({
  'GET /api/deals/{id}/quotes': {
    summary: 'Quotes of a deal, the latest first',
    permission: 'sales.work',
    input: z.object({ id: Id }),
    output: z.object({ quotes: z.array(Quote), agreed: Agreed.nullable() }),
    errors: ['sales.deal_not_found'],
  },
  'GET /api/deals/{id}/quote-lines': {
    summary: 'What a quote of these versions would come to now, with the bundles that they make',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      /** Ids with a comma between them. */
      productVersionIds: z.string().regex(/^\d{1,15}(,\d{1,15}){0,19}$/),
    }),
    output: z.object({
      lines: z.array(QuoteLine),
      monthlyMinor: z.int(),
      onceMinor: z.int(),
    }),
    errors: ['sales.deal_not_found'],
  },
  'POST /api/deals/{id}/quotes': {
    summary: 'Offer something in writing; an earlier quote that is open is withdrawn by it',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      productVersionIds: z.array(Id).min(1).max(20),
      /** What is taken for the connection itself besides the services' own fees. */
      connectionMinor: z.int().min(0).max(1e10).default(0),
      payment: z.enum(paymentWays).default('full'),
      parts: z.int().min(1).max(36).default(1),
      words: z.string().trim().max(1000).default(''),
      /** In two weeks where none is named. */
      validUntil: DateOnly.optional(),
    }),
    output: z.object({ id: Id, path: z.string() }),
    errors: [
      'sales.deal_not_found',
      'sales.deal_closed',
      'sales.no_such_version',
      'sales.not_for_buyer',
      'sales.not_reached',
      'sales.quote_past',
      'sales.nothing_to_split',
      'sales.fee_not_free',
    ],
    status: 201,
  },
  'POST /api/deals/{id}/quotes/{quoteId}/withdraw': {
    summary: 'Take a quote back that was not answered, for a reason',
    permission: 'sales.work',
    input: z.object({ id: Id, quoteId: Id, reason: z.string().trim().min(1).max(500) }),
    output: Nothing,
    errors: ['sales.deal_not_found', 'sales.no_such_quote', 'sales.quote_decided'],
  },
  'POST /api/deals/{id}/quotes/{quoteId}/undo': {
    summary: 'Take an acceptance back while nothing is connected',
    permission: 'sales.work',
    input: z.object({ id: Id, quoteId: Id, reason: z.string().trim().min(1).max(500) }),
    output: Nothing,
    errors: [
      'sales.deal_not_found',
      'sales.no_such_quote',
      'sales.already_connected',
      'sales.deal_closed',
      'sales.not_accepted',
    ],
  },
  'GET /api/deals/{id}/quotes/{quoteId}/file': {
    summary: 'A quote as a PDF',
    permission: 'sales.work',
    kind: 'download',
    input: z.object({ id: Id, quoteId: Id }),
    output: Nothing,
    errors: ['sales.deal_not_found', 'sales.no_such_quote', 'kernel.export_busy'],
    perMinute: 60,
  },
  'GET /api/public/quotes/{token}/file': {
    summary: 'The same for whoever has its link, while it holds',
    permission: 'public',
    kind: 'download',
    input: z.object({ token: Token }),
    output: Nothing,
    errors: [
      'sales.no_such_quote',
      'sales.quote_decided',
      'sales.quote_past',
      'kernel.export_busy',
    ],
    perMinute: 20,
  },
  'GET /api/public/quotes/{token}': {
    summary: 'A quote as the person sees it who was given its link',
    permission: 'public',
    input: z.object({ token: Token }),
    output: Shown,
    errors: ['sales.no_such_quote'],
  },
  'POST /api/public/quotes/{token}/accept': {
    summary: 'Accept a quote; said twice it is accepted once',
    permission: 'public',
    input: z.object({ token: Token, name: SignedName }),
    output: Nothing,
    errors: ['sales.no_such_quote', 'sales.buyer_alone', 'sales.quote_decided', 'sales.quote_past'],
  },
  'POST /api/public/quotes/{token}/decline': {
    summary: 'Decline a quote, if one likes with the reason',
    permission: 'public',
    input: z.object({ token: Token, words: z.string().trim().max(1000).default('') }),
    output: Nothing,
    errors: ['sales.no_such_quote', 'sales.buyer_alone', 'sales.quote_decided'],
  },
});
