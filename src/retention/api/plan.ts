import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { careActions } from '../plan/action-keys.ts';

const permission = 'retention.risk';
const Sum = z.int();
const Count = z.int();
const Told = { people: Count, gainMinor: Sum, costMinor: Sum, slots: Count };

/** What a plan is made under; a query's values come as text. */
export const Limits = z.object({
  budgetMinor: z.coerce.number().int().min(0).max(1e13),
  slots: z.coerce.number().int().min(0).max(1_000_000),
  /** What one call costs. */
  contactMinor: z.coerce.number().int().min(0).max(1e9).default(5000),
  /** Only who stands in it now. */
  segmentId: z.coerce.number().int().positive().optional(),
});

const Reason = z.enum([
  'leaving',
  'inCase',
  'refused',
  'cooling',
  'noReason',
  'noConsent',
  'notWorth',
  'beyond',
]);

export const planApi = defineApi({
  'GET /api/care-plan': {
    summary: 'For whom it pays to do something now, within a budget and a number of calls',
    permission,
    input: Limits.extend({
      holdPercent: z.coerce.number().int().min(10).max(20).default(15),
      leastPoints: z.coerce.number().min(0.1).max(50).default(2),
    }),
    output: z.object({
      /** When everybody was scored last, and why no list is made of it now. */
      scores: z.object({
        scoredAt: Instant.nullable(),
        trouble: z.enum(['unfinished', 'old']).nullable(),
      }),
      /** Those who were looked at, also who is left alone. */
      people: Count,
      plan: z.object(Told),
      /** What one more unit of money, and one more call, would bring. */
      perMoney: z.number(),
      perCallMinor: Sum,
      actions: z.array(
        z.object({ action: z.enum(careActions), people: Count, gainMinor: Sum, costMinor: Sum }),
      ),
      /** The same money and calls spent on lists in other orders. */
      beside: z.array(z.object({ order: z.enum(['risk', 'value', 'rule', 'random']), ...Told })),
      /** Who is left alone, and why. */
      excluded: z.array(z.object({ reason: Reason, people: Count })),
      /** What a list of them could show. */
      sample: z.object({
        treated: Count,
        held: Count,
        baseShare: z.number(),
        expectedPoints: z.number(),
        neededTreated: Count,
        neededHeld: Count,
        visiblePoints: z.number(),
      }),
      currency: z.string(),
    }),
  },
  'GET /api/care-plan/people': {
    summary: 'Whom a plan chooses, what is done, why, and what it is expected to bring',
    permission,
    input: Limits.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string(),
          action: z.enum(careActions),
          reasons: z.string(),
          leaveChance: z.number(),
          valueMinor: Sum,
          expectedMinor: Sum,
          costMinor: Sum,
        }),
      ),
      currency: z.string(),
    }),
  },
  'GET /api/care-plan/export': {
    summary: 'The same of all whom it chooses, as a table',
    permission: 'retention.risk_export',
    input: Limits.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
    kind: 'download',
    output: Nothing,
  },
});
