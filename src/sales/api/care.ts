import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { careOutcomes } from '../care/outcomes.ts';

export const careApi = defineApi({
  'GET /api/care-calls': {
    summary: 'Calls of care that wait for me, for anybody, or for a colleague too long',
    permission: 'sales.work',
    input: Paging,
    output: z.object({
      calls: z.array(
        z.object({
          id: Id,
          dealId: Id,
          name: z.string(),
          day: z.int(),
          tries: z.int(),
          dueAt: Instant,
          /** The colleague whose deal it is. */
          insteadOf: z.string().nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'PUT /api/care-calls/{id}': {
    summary: 'Say what a call of care has come to',
    permission: 'sales.work',
    input: z.object({
      id: Id,
      /** How often nobody had answered when the writer saw it. */
      tries: z.int().min(0),
      outcome: z.enum(careOutcomes),
      note: z.string().trim().max(1000).default(''),
    }),
    output: Nothing,
    errors: ['sales.care_not_found', 'sales.care_changed', 'sales.care_words_needed'],
  },
  'POST /api/care-calls/{id}/reopen': {
    summary: 'Take back what a call of care has come to, for a reason; it waits again',
    permission: 'sales.work',
    input: z.object({ id: Id, reason: z.string().trim().min(1).max(500) }),
    output: Nothing,
    errors: ['sales.care_not_found', 'sales.care_changed'],
  },
});
