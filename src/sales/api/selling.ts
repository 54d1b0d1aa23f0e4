import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Id } from '../../kernel/api/shapes.ts';

export const groupings = ['agent', 'team', 'month'] as const;

/** Sold deals with a price, and their prices together, a month. */
const Sold = z.object({ count: z.int(), sumMinor: z.int() });

const Figures = z.object({
  deals: z.int(),
  /** Walked through a script. */
  guided: z.int(),
  /** Of these, where one tariff was named. */
  recommended: z.int(),
  /** Where something was objected, and where an answer to it helped. */
  objected: z.int(),
  handled: z.int(),
  /** Where a further service was to be offered, and where its answer was recorded. */
  offered: z.int(),
  pitched: z.int(),
  sold: z.int(),
  /** Sold with one tariff named, and sold otherwise: “from so much to so much”. */
  named: Sold,
  unnamed: Sold,
});

export const sellingApi = defineApi({
  'GET /api/selling': {
    summary: 'How deals that were opened in a period are sold, by agent, team or month',
    permission: 'sales.work',
    input: z.object({
      /** Days of the operator's time zone, both included. */
      from: DateOnly,
      to: DateOnly,
      by: z.enum(groupings).default('agent'),
    }),
    output: z.object({
      currency: z.string(),
      total: Figures,
      rows: z.array(
        Figures.extend({
          id: Id.nullable(),
          /** Of the agent or team, or the month as 2026-11; null where a deal has none. */
          name: z.string().nullable(),
        }),
      ),
    }),
    errors: ['sales.period_too_long'],
  },
});
