import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../kernel/api/shapes.ts';

const Minor = z.int().min(0).max(1e12);
const Units = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const Rate = z
  .object({
    meter: z.enum(['bytes', 'seconds']),
    /** How many bytes or seconds the price is for; of less, its share is paid. */
    blockSize: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    priceMinor: Minor,
    /** Minutes after the local midnight; an end before the beginning is on the next day. */
    fromMinute: z.int().min(0).max(1439).default(0),
    toMinute: z.int().min(1).max(1440).default(1440),
    days: z.enum(['all', 'work', 'rest']).default('all'),
  })
  .strict();

/** On what terms a version is charged. */
const Terms = z.object({
  monthlyFeeMinor: Minor,
  speedKbps: z.int().min(1).max(1e9).nullable().default(null),
  /** Whether a month is paid at its beginning, or day by day. */
  chargeCycle: z.enum(['monthly', 'daily']).default('monthly'),
  /** Once, when it is connected. */
  connectionFeeMinor: Minor.default(0),
  /** What the fee covers of a month's use. */
  includedBytes: Units.default(0),
  includedSeconds: Units.default(0),
  /** What is measured beside: of bands that overlap the first counts. */
  rates: z.array(Rate).max(20).default([]),
  validFrom: DateOnly,
});

const Version = Terms.extend({
  id: Id,
  version: z.int(),
  currency: z.string(),
  /** How many subscriptions have it now. */
  held: z.int(),
});

const Product = z.object({
  id: Id,
  kind: z.enum(['tariff', 'addon']),
  service: z.enum(['internet', 'tv', 'phone', 'mobile', 'bundle', 'other']),
  name: z.string(),
  isArchived: z.boolean(),
  /** The newest first. */
  versions: z.array(Version),
});

const Promotion = z.object({
  id: Id,
  name: z.string(),
  /** Null: whatever is taken. */
  productId: Id.nullable(),
  product: z.string().nullable(),
  kind: z.enum(['percent', 'sum']),
  /** Hundredths of a percent, or minor units a month. */
  value: z.int(),
  /** From the first day on; null: for ever. */
  lastsDays: z.int().nullable(),
  offeredFrom: DateOnly,
  /** The last day on which it is given. */
  offeredTo: DateOnly.nullable(),
  isArchived: z.boolean(),
});

export const api = defineApi({
  'GET /api/products': {
    summary: 'What is sold, with every version and its terms',
    permission: 'billing.view',
    input: Nothing,
    output: z.object({ products: z.array(Product) }),
  },
  'POST /api/products': {
    summary: 'Add a product with its first version',
    permission: 'catalog.edit',
    input: Product.pick({ kind: true, service: true }).extend({ name: Line, terms: Terms }),
    output: z.object({ id: Id }),
    errors: ['catalog.name_taken'],
    status: 201,
  },
  'POST /api/products/{id}/versions': {
    summary: 'Add a version; whoever has an earlier one keeps it',
    permission: 'catalog.edit',
    input: z.object({ id: Id, terms: Terms }),
    output: z.object({ id: Id }),
    errors: ['catalog.no_such_product'],
    status: 201,
  },
  'PUT /api/products/{id}': {
    summary: 'Sell a product no longer, or again',
    permission: 'catalog.edit',
    input: z.object({ id: Id, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['catalog.no_such_product'],
  },
  'GET /api/promotions': {
    summary: 'What is offered for a time to those who take something new',
    permission: 'billing.view',
    input: Nothing,
    output: z.object({ promotions: z.array(Promotion) }),
  },
  'POST /api/promotions': {
    summary: 'Offer something for a time',
    permission: 'catalog.edit',
    input: Promotion.omit({ id: true, product: true, isArchived: true }).extend({
      name: Line,
      value: z.int().min(1).max(1e12),
      lastsDays: z.int().min(1).max(3660).nullable(),
    }),
    output: z.object({ id: Id }),
    errors: ['catalog.name_taken', 'catalog.no_such_product', 'catalog.wrong_promotion'],
    status: 201,
  },
  'PUT /api/promotions/{id}': {
    summary: 'End an offer; whoever has it keeps it',
    permission: 'catalog.edit',
    input: z.object({ id: Id, isArchived: z.boolean() }),
    output: Nothing,
    errors: ['catalog.no_such_promotion'],
  },
});

export const errors = defineErrors({
  'catalog.name_taken': 409,
  'catalog.no_such_product': 404,
  'catalog.no_such_promotion': 404,
  'catalog.wrong_promotion': 422,
});

export type Product = z.output<typeof Product>;
export type Terms = z.output<typeof Terms>;
export type Rate = z.output<typeof Rate>;
export type Promotion = z.output<typeof Promotion>;
