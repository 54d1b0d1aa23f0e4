import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { Changed, Version } from './shapes.ts';

const Side = z.object({
  /** Of the version. */
  number: z.int(),
  begun: z.int(),
  /** Of the first that are needed, those of which it is known what came of them. */
  settled: z.int(),
  needed: z.int(),
  /** Null until all that are needed are settled. */
  sold: z.int().nullable(),
  averageMinor: z.int().nullable(),
});

/** The second less the first, and within which bounds with 95 % certainty. */
const Difference = z.object({ difference: z.number(), low: z.number(), high: z.number() });

const Experiment = z.object({
  id: Id,
  currency: z.string(),
  secondPercent: z.int(),
  leastPoints: z.int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  reason: z.string(),
  first: Side,
  second: Side,
  /** Of shares sold, from -1 to 1; null until all that are needed are settled. */
  shares: Difference.nullable(),
  /** Of prices a month, in minor units; null until enough of both were sold. */
  prices: Difference.nullable(),
  /** Deals are divided otherwise than chance would: the result is not to be trusted. */
  isUneven: z.boolean(),
});

const permission = 'sales.manage';
const changes = ['sales.no_such_script', 'sales.script_changed'] as const;

export const experimentsApi = defineApi({
  'GET /api/sale-scripts/{id}/experiments': {
    summary: 'Experiments with two versions of a script, newest first, and what they tell',
    permission,
    input: z.object({ id: Id }),
    output: z.object({ experiments: z.array(Experiment) }),
  },
  'POST /api/sale-scripts/{id}/experiments': {
    summary: 'Let deals begin by chance with one of two versions; each deal keeps to one',
    permission,
    input: z.object({
      id: Id,
      version: Version,
      firstNumber: Version,
      secondNumber: Version,
      secondPercent: z.int().min(1).max(99).default(50),
      /** The difference of shares that has to be seen, in percentage points. */
      leastPoints: z.int().min(1).max(50).default(10),
    }),
    output: Changed,
    errors: [...changes, 'sales.same_version', 'sales.experiment_on'],
    status: 201,
  },
  'POST /api/sale-scripts/{id}/experiments/{experimentId}/end': {
    summary: 'Stop an experiment with why, and go on with one of its versions',
    permission,
    input: z.object({
      id: Id,
      experimentId: Id,
      version: Version,
      reason: z.string().trim().min(1).max(500),
      goOnWith: z.enum(['first', 'second']),
    }),
    output: Changed,
    errors: [...changes, 'sales.experiment_over'],
  },
});
