import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { listed } from './risk-list.ts';
import { Version as Seen } from './shapes.ts';

const permission = 'retention.model';
const Share = z.number().nullable();

/** What a card says of a subscriber's risk. */
export const RiskPart = z.object({
  chance30: z.number(),
  chance60: z.number(),
  chance90: z.number(),
  lifetimeMonths: z.number(),
  valueMinor: z.int(),
  currency: z.string(),
  reasons: z.array(z.string()),
  isByRules: z.boolean(),
  /** The chances are told by trees, the reasons by the sum that comes near them. */
  isByTrees: z.boolean(),
  scoredAt: Instant,
});

const Quality = z.object({
  rows: z.int(),
  leavers: z.int(),
  laterRows: z.int(),
  laterLeavers: z.int(),
  fromOn: z.string(),
  toOn: z.string(),
  laterFromOn: z.string(),
  laterToOn: z.string(),
  months: z.array(z.object({ on: z.string(), rows: z.int(), leavers: z.int(), auc: Share })),
  horizonDays: z.int(),
  auc: Share,
  topDecileLift: Share,
  calibrationError: Share,
  brier: Share,
  curve: z.array(z.object({ told: z.number(), left: z.number(), rows: z.int() })),
  beside: z.array(z.object({ model: z.string(), auc: Share })),
  leaks: z.array(z.object({ column: z.string(), by: z.string(), auc: z.number() })),
  weights: z.array(z.object({ key: z.string(), weight: z.number() })),
  chosen: z.string(),
  seconds: z.number(),
});

const Version = z.object({
  id: Id,
  kind: z.enum(['model', 'scorecard']),
  madeAt: Instant,
  /** What a scorecard has none of. */
  quality: Quality.nullable(),
  isInForce: z.boolean(),
  activatedAt: Instant.nullable(),
  reason: z.string(),
});

const Training = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  step: z.string(),
  progress: z.int(),
  askedAt: Instant,
  endedAt: Instant.nullable(),
  trouble: z.string().nullable(),
});

/** Each within what the model can bear. */
const Settings = z.object({
  /** Whose leaving within so many days could not be acted on any more is not learnt from. */
  gapDays: z.int().min(0).max(30),
  /** What a sum loses a year. */
  discountPercent: z.int().min(0).max(100),
  valueMonths: z.int().min(12).max(36),
  /** What is left of a fee where costs are not known. */
  marginPercent: z.int().min(1).max(100),
  version: Seen,
});

export const riskApi = defineApi({
  ...listRoutes(listed),
  'GET /api/risk-model': {
    summary: 'How well it is told who leaves: versions, their quality, drift, learning under way',
    permission,
    input: Nothing,
    output: z.object({
      versions: z.array(Version),
      training: Training.nullable(),
      drifts: z.array(z.object({ fact: z.string(), psi: z.number() })),
      driftOn: DateOnly.nullable(),
      scored: z.int(),
    }),
  },
  'GET /api/risk-settings': {
    summary: 'How risk and value are counted',
    permission,
    input: Nothing,
    output: Settings,
  },
  'PUT /api/risk-settings': {
    summary: 'Count otherwise, from the next learning and the next night on',
    permission,
    input: Settings,
    output: Nothing,
    errors: ['retention.changed_meanwhile'],
  },
  'POST /api/risk-trainings': {
    summary: 'Learn anew who leaves, by a worker',
    permission,
    input: Nothing,
    output: z.object({ id: Id }),
    errors: ['retention.training_on'],
  },
  'POST /api/risk-trainings/{id}/cancel': {
    summary: 'Break learning off; what is in force stays',
    permission,
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['retention.training_over'],
  },
  'POST /api/risk-versions/{id}/activate': {
    summary: 'Put a version in force, or go back to one',
    permission,
    input: z.object({ id: Id, reason: Line }),
    output: Nothing,
    errors: ['retention.no_such_version', 'retention.in_force'],
  },
});
