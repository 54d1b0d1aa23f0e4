import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { paperKinds } from './paper-kinds.ts';

const Text = z.string().trim().max(300);
const Code = z.string().trim().max(30);

/** Who a paper is from or to, as registers know them. Empty where it is not told. */
const Party = z.object({
  name: Text,
  taxNumber: Code,
  taxReasonCode: Code,
  registrationNumber: Code,
  address: Text,
});

const SellerParty = Party.extend({
  phone: Text,
  bankName: Text,
  bankCode: Code,
  bankAccount: Code,
  correspondentAccount: Code,
  directorPost: Text,
  director: Text,
  accountant: Text,
});

/** Null: no tax is in the price. */
const VatPercent = z.union([z.literal([5, 7, 10, 20, 22]), z.null()]);

const Seller = SellerParty.extend({
  vatRates: z.array(z.object({ fromOn: DateOnly, percent: VatPercent })).max(50),
  /** On which day the acts of the month before are made; null: by hand only. */
  actsOnDay: z.int().min(1).max(28).nullable(),
  version: z.int(),
});

const language = z.enum(['ru', 'en']).optional();

const Paper = z.object({
  id: Id,
  kind: z.enum(paperKinds),
  number: z.string(),
  datedOn: DateOnly,
  fromOn: DateOnly.nullable(),
  toOn: DateOnly.nullable(),
  currency: z.string(),
  amountMinor: z.int(),
  madeAt: Instant,
  /** Null: by itself. */
  madeBy: z.string().nullable(),
});

const ActRun = z.object({
  id: Id,
  month: DateOnly,
  startedAt: Instant,
  startedBy: z.string().nullable(),
  finishedAt: Instant.nullable(),
  made: z.int(),
  /** Corrective acts, where something of the month had changed. */
  corrected: z.int(),
});

const often = ['billing.no_such_account', 'subscribers.erased', 'subscribers.caller_unverified'];
const wrongDetails = [
  'billing.changed_since',
  'billing.wrong_tax_number',
  'billing.wrong_tax_reason_code',
  'billing.wrong_registration_number',
];

export const papersApi = defineApi({
  'GET /api/seller': {
    summary: 'Who gives the service as papers say it, and how much of a price is VAT',
    permission: 'billing.settings',
    input: Nothing,
    output: Seller,
  },
  'PUT /api/seller': {
    summary: 'Say it anew; papers made before stay as they are',
    permission: 'billing.settings',
    input: Seller,
    output: Nothing,
    errors: [
      ...wrongDetails,
      'billing.wrong_bank_code',
      'billing.wrong_bank_account',
      'billing.wrong_correspondent_account',
      'billing.vat_twice',
    ],
  },
  'GET /api/accounts/{id}/payer': {
    summary: 'Who pays for an account as papers say it',
    permission: 'billing.view',
    input: z.object({ id: Id }),
    output: Party.extend({ version: z.int() }),
    errors: ['billing.no_such_account', 'subscribers.caller_unverified'],
  },
  'PUT /api/accounts/{id}/payer': {
    summary: 'Say it anew; papers made before stay as they are',
    permission: 'billing.papers',
    input: Party.extend({ id: Id, version: z.int() }),
    output: Nothing,
    errors: [...often, ...wrongDetails],
  },
  'GET /api/accounts/{id}/papers': {
    summary: 'Statements, invoices and acts of an account, the latest first',
    permission: 'billing.view',
    input: Paging.extend({ id: Id }),
    output: z.object({ papers: z.array(Paper), nextCursor: z.string().nullable() }),
    errors: ['billing.no_such_account', 'kernel.bad_cursor', 'subscribers.caller_unverified'],
  },
  'POST /api/accounts/{id}/papers/statements': {
    summary: 'Make a statement of a period; both days are part of it',
    permission: 'billing.papers',
    input: z.object({ id: Id, fromOn: DateOnly, toOn: DateOnly, language }),
    output: z.object({ id: Id, number: z.string() }),
    errors: [...often, 'billing.wrong_period', 'billing.too_many_lines'],
    status: 201,
  },
  'POST /api/accounts/{id}/papers/invoices': {
    summary: 'Make an invoice: of a sum, of months ahead, or of the debt',
    permission: 'billing.papers',
    input: z.object({
      id: Id,
      of: z.enum(['sum', 'months', 'debt']),
      amountMinor: z.int().min(1).max(1e12).optional(),
      months: z.int().min(1).max(24).optional(),
      language,
    }),
    output: z.object({ id: Id, number: z.string() }),
    errors: [
      ...often,
      'billing.account_closed',
      'billing.nothing_to_pay',
      'billing.seller_unknown',
    ],
    status: 201,
  },
  'GET /api/accounts/{id}/papers/{paperId}': {
    summary: 'A paper as a file: PDF, or its lines as a table',
    permission: 'billing.view',
    kind: 'download',
    input: z.object({ id: Id, paperId: Id, format: z.enum(['pdf', 'xlsx', 'csv']).default('pdf') }),
    output: Nothing,
    errors: [
      'billing.no_such_account',
      'billing.no_such_paper',
      'kernel.export_busy',
      'subscribers.caller_unverified',
    ],
    perMinute: 120,
  },
  'GET /api/act-runs': {
    summary: 'The latest makings of acts',
    permission: 'billing.charge',
    input: Nothing,
    output: z.object({ runs: z.array(ActRun) }),
  },
  'POST /api/act-runs': {
    summary: 'Make the acts of a month for all organisations; what has one gets no second',
    permission: 'billing.charge',
    input: z.object({ month: DateOnly }),
    output: z.object({ id: Id }),
    errors: ['billing.month_not_over', 'billing.month_not_charged', 'billing.seller_unknown'],
    status: 202,
  },
});

export type Party = z.output<typeof Party>;
export type SellerParty = z.output<typeof SellerParty>;
export type Seller = z.output<typeof Seller>;
export type Paper = z.output<typeof Paper>;
