import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Line, Nothing } from '../../kernel/api/shapes.ts';
import { redemptionStates, rewardKinds, rewardStops } from '../rewards/kinds.ts';
import { Version } from './rules.ts';

const permission = 'loyalty.manage';

const Fields = z.object({
  name: Line,
  kind: z.enum(rewardKinds),
  points: z.int().min(1).max(100_000_000),
  value: z.int().min(0).max(1e12).default(0),
  days: z.int().min(0).max(366).default(0),
  productVersionId: Id.nullable().default(null),
  stock: z.int().min(0).max(1_000_000).nullable().default(null),
  mostPerMonth: z.int().min(1).max(1000).nullable().default(null),
  /** What it may cost in a month, for all together. */
  budgetMinor: z.int().min(1).max(1e12).nullable().default(null),
  levelId: Id.nullable().default(null),
  words: z.string().trim().max(1000).default(''),
});

const Reward = z.object({
  ...Fields.shape,
  id: Id,
  version: Version,
  product: z.string().nullable(),
  level: z.string().nullable(),
  isArchived: z.boolean(),
  /** Codes of a partner's coupon that are left. */
  coupons: z.int(),
  redeemed: z.int(),
});

const Redemption = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(rewardKinds),
  points: z.int(),
  state: z.enum(redemptionStates),
  coupon: z.string(),
  on: DateOnly,
  canUndo: z.boolean(),
});

const rewardErrors = [
  'loyalty.no_such_reward',
  'loyalty.changed_meanwhile',
  'loyalty.name_taken',
  'loyalty.reward_without_value',
  'loyalty.no_such_product',
  'loyalty.product_with_fee',
  'loyalty.no_such_level',
];
const at = { id: Id, version: Version };

export const rewardsApi = defineApi({
  'GET /api/loyalty/rewards': {
    summary: 'What points are spent on',
    permission,
    input: Nothing,
    output: z.object({
      rewards: z.array(Reward),
      levels: z.array(z.object({ id: Id, name: z.string() })),
      currency: z.string(),
    }),
  },
  'POST /api/loyalty/rewards': {
    summary: 'Add something that points are spent on',
    permission,
    input: Fields,
    output: z.object({ id: Id }),
    errors: rewardErrors,
    status: 201,
  },
  'PUT /api/loyalty/rewards/{id}': {
    summary: 'Change what points are spent on, or put it away',
    permission,
    input: Fields.extend({ ...at, isArchived: z.boolean().default(false) }),
    output: z.object({ version: Version }),
    errors: rewardErrors,
  },
  'POST /api/loyalty/rewards/{id}/coupons': {
    summary: 'Add a partner’s codes to a coupon; those that are there already are left',
    permission,
    input: z.object({ id: Id, codes: z.array(Line).min(1).max(5000) }),
    output: z.object({ added: z.int() }),
    errors: ['loyalty.no_such_reward'],
  },
  'GET /api/subscribers/{id}/rewards': {
    summary: 'What a subscriber can have for their points now, and what stops the rest',
    permission: 'loyalty.work',
    input: z.object({ id: Id }),
    output: z.object({
      rewards: z.array(
        z.object({
          id: Id,
          name: z.string(),
          kind: z.enum(rewardKinds),
          words: z.string(),
          points: z.int(),
          stop: z.enum(rewardStops).nullable(),
        }),
      ),
      redeemed: z.array(Redemption),
    }),
    errors: ['loyalty.no_member'],
  },
  'POST /api/subscribers/{id}/redemptions': {
    summary: 'Give a subscriber something for their points',
    permission: 'loyalty.work',
    input: z.object({ id: Id, rewardId: Id, accountId: Id.optional() }),
    output: z.object({ id: Id, coupon: z.string() }),
    errors: [
      'loyalty.no_member',
      'loyalty.no_such_reward',
      'loyalty.not_enough_points',
      'loyalty.level_needed',
      'loyalty.none_left',
      'loyalty.too_often',
      'loyalty.over_budget',
      'loyalty.no_account',
      'loyalty.product_with_fee',
    ],
    status: 201,
  },
  'POST /api/redemptions/{id}/undo': {
    summary: 'Take back what was given for points, before it was used; the points come back',
    permission: 'loyalty.work',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['loyalty.no_such_redemption', 'loyalty.used_already'],
  },
  'POST /api/redemptions/{id}/hand': {
    summary: 'Say that goods were handed over',
    permission: 'loyalty.work',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['loyalty.no_such_redemption', 'loyalty.used_already'],
  },
});
