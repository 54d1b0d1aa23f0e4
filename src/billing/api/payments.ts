import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Line, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { madeSources, paymentStates, sourceKinds } from './payment-kinds.ts';
import { paymentTable } from './payment-table.ts';

const Kind = z.enum(sourceKinds);
const MadeKind = z.enum(madeSources);
const Sum = z.int().min(1).max(1e12);

/** How YooKassa is asked about what it tells. */
export const Gateway = z.object({
  shopId: z.string().regex(/^\d{1,20}$/, { error: 'billing.bad_shop' }),
  /** The field of a payment's metadata that names the account. */
  accountField: z.string().regex(/^[\w-]{1,32}$/, { error: 'billing.bad_field' }),
  apiUrl: z.url({ protocol: /^https?$/ }).max(200),
});
export type Gateway = z.output<typeof Gateway>;

const SourceFields = z.object({
  name: Line,
  /** How it signs in; none where its addresses alone tell who it is. */
  login: z
    .string()
    .trim()
    .regex(/^[\w.@-]{1,60}$/, { error: 'billing.bad_login' })
    .nullable(),
  /** Addresses and networks, `192.0.2.0/24`; none means any. */
  addresses: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).max(100),
  leastMinor: Sum,
  mostMinor: Sum.nullable(),
  isEnabled: z.boolean(),
  /** Of YooKassa alone. */
  gateway: Gateway.nullable().default(null),
  /** Of a bank alone: the operator’s own account there; learnt from its first statement. */
  bankAccount: z
    .string()
    .regex(/^[A-Z0-9]{5,34}$/, { error: 'billing.bad_bank_account' })
    .nullable()
    .default(null),
});

/** Twelve signs of chance and more: it is a machine's. */
const Password = z.string().min(12, { error: 'billing.short_password' }).max(200);

const SecretKey = z.string().trim().min(8).max(200);

const Source = SourceFields.extend({
  id: Id,
  kind: Kind,
  currency: z.string(),
  version: z.int(),
  /** Today, of the operator's calendar. */
  today: z.object({ payments: z.int(), amountMinor: z.int() }),
  lastAt: Instant.nullable(),
});

export const Payment = z.object({
  id: Id,
  source: z.string(),
  sourceKind: Kind,
  externalId: z.string(),
  accountId: Id.nullable(),
  account: z.string().nullable(),
  accountGiven: z.string(),
  subscriberId: Id.nullable(),
  amountMinor: z.int(),
  /** What of it went back to the payer. */
  returnedMinor: z.int(),
  currency: z.string(),
  paidAt: Instant,
  receivedAt: Instant,
  state: z.enum(paymentStates),
  payer: z.string(),
  purpose: z.string(),
});

const sourceErrors = [
  'billing.source_taken',
  'billing.source_unguarded',
  'billing.gateway_incomplete',
  'billing.most_below_least',
] as const;

export const paymentsApi = defineApi({
  ...listRoutes(paymentTable),
  'GET /api/payment-sources': {
    summary: 'Where payments come from, and what came today',
    permission: 'billing.settings',
    input: Nothing,
    output: z.object({ sources: z.array(Source) }),
  },
  'POST /api/payment-sources': {
    summary: 'Let payments come from a terminals’ network, a gateway or a bank',
    permission: 'billing.settings',
    input: SourceFields.extend({
      kind: MadeKind,
      password: Password.optional(),
      secretKey: SecretKey.optional(),
    }),
    output: z.object({ id: Id }),
    errors: sourceErrors,
    status: 201,
  },
  'PUT /api/payment-sources/{id}': {
    summary: 'Change a source; a password that is left out stays',
    permission: 'billing.settings',
    input: SourceFields.extend({
      id: Id,
      version: z.int(),
      password: Password.optional(),
      secretKey: SecretKey.optional(),
    }),
    output: z.object({ version: z.int() }),
    errors: ['billing.no_such_source', 'billing.source_changed_meanwhile', ...sourceErrors],
  },
  'GET /api/payments': {
    summary: 'Payments as they came, the latest first',
    permission: 'billing.payments',
    input: Paging.extend({
      /** By the source’s number, the account’s number or what the payer named. */
      q: z.string().trim().max(100).optional(),
      state: z.enum(paymentStates).optional(),
      sourceId: Id.optional(),
    }),
    output: z.object({ payments: z.array(Payment), nextCursor: z.string().nullable() }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/payments/sources': {
    summary: 'Names of where payments come from',
    permission: 'billing.payments',
    input: Nothing,
    output: z.object({
      sources: z.array(
        z.object({
          id: Id,
          kind: Kind,
          name: z.string(),
          currency: z.string(),
          isEnabled: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/payment-conflicts': {
    summary: 'Numbers that came again with another sum or account, not looked into yet',
    permission: 'billing.payments',
    input: Nothing,
    output: z.object({
      conflicts: z.array(
        z.object({
          id: Id,
          payment: Payment,
          accountGiven: z.string(),
          amountMinor: z.int(),
          receivedAt: Instant,
          times: z.int(),
        }),
      ),
    }),
  },
  'POST /api/payment-conflicts/{id}/settle': {
    summary: 'Say that a conflict was looked into',
    permission: 'billing.payments',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['billing.no_such_conflict'],
  },
});
