import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Nothing } from '../../kernel/api/shapes.ts';

const permission = 'loyalty.manage';

/** Who would have it, and what it would take off in a month, at the fees of today. */
export const Cost = z.object({ people: z.int(), monthMinor: z.int(), currency: z.string() });

const Ladder = z
  .array(z.object({ months: z.int().min(1).max(600), percent: z.int().min(1).max(50) }))
  .max(20);

/** What comes off from so many months here on, and from so many paid in time in a row. */
const Ladders = z.object({ tenure: Ladder, streak: Ladder });

export const privilegesApi = defineApi({
  'GET /api/loyalty/privileges': {
    summary: 'What comes off for years here and for months paid in time, and who has it',
    permission,
    input: Nothing,
    output: Ladders.extend({
      people: z.int(),
      /** What it takes off in a month, at the fees of today. */
      monthMinor: z.int(),
      currency: z.string(),
    }),
  },
  'PUT /api/loyalty/privileges': {
    summary: 'Change what comes off for years here and for months paid in time',
    permission,
    input: Ladders,
    output: Nothing,
    errors: ['loyalty.steps_alike'],
  },
  'POST /api/loyalty/privileges/try': {
    summary: 'What such ladders would cost a month; nothing is changed',
    permission,
    input: Ladders,
    output: Cost,
    repeats: 'harmless',
  },
});
