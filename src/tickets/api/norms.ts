import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { clockKinds } from './clocks.ts';
import { Priority } from './shapes.ts';

const fields = {
  kind: z.enum(clockKinds),
  /** Of which tickets: of this category, of this priority, or of both; one is given at least. */
  categoryId: Id.nullable(),
  priority: Priority.nullable(),
  /** Seconds of working time. */
  targetSeconds: z.int().min(60).max(31_536_000),
  calendarId: Id,
};

export const normsApi = defineApi({
  'GET /api/ticket-norms': {
    summary: 'What is promised of tickets where it differs from the general norm',
    permission: 'signed-in',
    input: Nothing,
    output: z.object({ norms: z.array(z.object({ id: Id, ...fields })) }),
  },
  'PUT /api/ticket-norms': {
    summary: 'Promise something else of tickets of a category, a priority, or both',
    permission: 'tickets.settings',
    input: z.object(fields),
    output: z.object({ id: Id }),
    errors: ['tickets.norm_of_all', 'tickets.no_such_category', 'tickets.no_such_calendar'],
  },
  'DELETE /api/ticket-norms/{id}': {
    summary: 'Let the wider norm hold again',
    permission: 'tickets.settings',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['tickets.no_such_norm'],
  },
});
