import { z } from 'zod';
import { defineApi, defineErrors } from '../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../kernel/api/shapes.ts';
import { bundlesApi } from './api/bundles.ts';
import { About, Product, Settings, Terms } from './api/sold.ts';

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

/** Why terms are refused. */
const refusals = [
  'catalog.slower_than_guaranteed',
  'catalog.below_floor',
  'catalog.nothing_to_part',
];

export const api = defineApi({
  ...bundlesApi,
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
    errors: ['catalog.name_taken', ...refusals],
    status: 201,
  },
  'POST /api/products/{id}/versions': {
    summary: 'Add a version; whoever has an earlier one keeps it',
    permission: 'catalog.edit',
    input: z.object({ id: Id, terms: Terms }),
    output: z.object({ id: Id }),
    errors: ['catalog.no_such_product', ...refusals],
    status: 201,
  },
  'PUT /api/products/{id}/about': {
    summary: 'Say what a product is for, and why it is sold',
    permission: 'catalog.edit',
    input: About.extend({ id: Id }),
    output: Nothing,
    errors: ['catalog.no_such_product'],
  },
  'GET /api/catalogue-settings': {
    summary: 'Within which limits things are sold',
    permission: 'billing.view',
    input: Nothing,
    output: Settings,
  },
  'PUT /api/catalogue-settings': {
    summary: 'Change the limits within which things are sold',
    permission: 'catalog.edit',
    input: Settings,
    output: Nothing,
    errors: ['catalog.changed_since'],
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
  'catalog.no_such_bundle': 404,
  'catalog.wrong_bundle': 422,
  'catalog.saves_nothing': 422,
  'catalog.wrong_promotion': 422,
  'catalog.slower_than_guaranteed': 422,
  'catalog.below_floor': 409,
  'catalog.nothing_to_part': 422,
  'catalog.changed_since': 409,
});

export type { About, EligibilityRule, Product, Rate, Settings, Terms } from './api/sold.ts';
export {
  type ChargeCycle,
  cycles,
  type Meter,
  meters,
  type Technology,
  technologies,
  type Use,
  uses,
} from './kinds.ts';
export type Promotion = z.output<typeof Promotion>;
