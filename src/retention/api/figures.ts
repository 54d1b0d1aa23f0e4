import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { DateOnly, Nothing } from '../../kernel/api/shapes.ts';
import { Effect } from './effect.ts';

const counts = {
  wishes: z.int(),
  open: z.int(),
  stays: z.int(),
  /** Still here after 30 days, and of how many that is known; the same after 90. */
  savedMonth: z.int(),
  knownMonth: z.int(),
  savedQuarter: z.int(),
  knownQuarter: z.int(),
  left: z.int(),
  /** With an account or a number of several, and are still here with the others. */
  leftPart: z.int(),
  /** Let go without a word. */
  unspoken: z.int(),
  inTime: z.int(),
};
const Row = z.object({ name: z.string().nullable(), ...counts });

export const figuresApi = defineApi({
  'GET /api/retention-figures': {
    summary: 'What became of wishes to leave: by reason, by whoever had them, by where from',
    permission: 'retention.figures',
    input: z.object({ from: DateOnly, to: DateOnly }),
    output: z.object({
      /** Of those who said so; who merely gives a sign of it is told apart. */
      total: z.object(counts),
      signs: z.object(counts),
      byReason: z.array(Row),
      byAgent: z.array(Row),
      bySource: z.array(Row),
    }),
    errors: ['retention.wrong_period'],
  },
  'GET /api/control-effect': {
    summary: 'What all that is done ahead brings against the permanent control',
    permission: 'retention.figures',
    input: Nothing,
    output: z.object({
      /** Nothing was done yet. */
      begunOn: DateOnly.nullable(),
      treated: z.int(),
      held: z.int(),
      neededTreated: z.int(),
      neededHeld: z.int(),
      effects: z.array(Effect),
      /** Not where it took too long. */
      isCounted: z.boolean(),
    }),
  },
});
