import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id, Nothing } from '../../kernel/api/shapes.ts';
import { signalKeys } from '../earning/signals.ts';

const permission = 'loyalty.work';

const Level = z.object({ name: z.string(), extraPercent: z.int() });

/** Points of a subscriber as their card brings them. */
export const PointsPart = z.object({
  balance: z.int(),
  expiring: z.object({ points: z.int(), on: DateOnly }).nullable(),
  pending: z.int(),
  code: z.string(),
  /** Their own page. */
  pagePath: z.string(),
  level: Level.nullable(),
  levelFallsOn: DateOnly.nullable(),
  yearPoints: z.int(),
  next: z.object({ name: z.string(), missing: z.int() }).nullable(),
  /** Months paid in time in a row. */
  streak: z.int(),
  /** What comes off for years here and months in time, in percent. */
  privilege: z.int(),
  household: z.string().nullable(),
  pointMinor: z.int(),
  currency: z.string(),
});

const Line = z.object({
  id: Id,
  on: DateOnly,
  kind: z.enum([
    'points_earned',
    'points_taken_back',
    'points_expired',
    'points_spent',
    'points_returned',
    'points_pooled',
  ]),
  points: z.int(),
  /** The rule or the reward. */
  name: z.string().nullable(),
  signal: z.enum(signalKeys).nullable(),
  earnedOn: DateOnly.nullable(),
  expiresOn: DateOnly.nullable(),
});

export const membersApi = defineApi({
  'GET /api/subscribers/{id}/points': {
    summary: 'Points of a subscriber as they stood on a day, line by line, what waits, and limits',
    permission,
    input: z.object({ id: Id, on: DateOnly.optional() }),
    output: z.object({
      on: DateOnly,
      balance: z.int(),
      level: Level.nullable(),
      levelSince: DateOnly.nullable(),
      levelPoints: z.int().nullable(),
      lines: z.array(Line),
      hasMore: z.boolean(),
      waiting: z.array(
        z.object({
          id: Id,
          name: z.string(),
          points: z.int(),
          earnedOn: DateOnly,
          dueOn: DateOnly,
          isHeld: z.boolean(),
        }),
      ),
      /** By each rule that gave them any, in the month or year of its cap until that day. */
      limits: z.array(
        z.object({
          id: Id,
          name: z.string(),
          given: z.int(),
          /** What it could have given at most; null where nothing bounds it. */
          most: z.int().nullable(),
          period: z.enum(['month', 'year']),
        }),
      ),
    }),
    errors: ['loyalty.no_member'],
  },
  'GET /api/subscribers/{id}/households': {
    summary: 'Households with whom a subscriber may put points together',
    permission,
    input: z.object({ id: Id }),
    output: z.object({
      households: z.array(z.object({ id: Id, name: z.string(), isPooled: z.boolean() })),
    }),
    errors: ['loyalty.no_member'],
  },
  'POST /api/subscribers/{id}/pool': {
    summary: 'Put a subscriber’s points together with those of their household',
    permission,
    input: z.object({ id: Id, householdId: Id }),
    output: Nothing,
    errors: ['loyalty.no_member', 'loyalty.no_such_household', 'loyalty.pooled_already'],
  },
  'POST /api/subscribers/{id}/unpool': {
    summary: 'Give a subscriber a wallet of their own again; what was put together stays there',
    permission,
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['loyalty.no_member', 'loyalty.not_pooled'],
  },
});
