import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

export const tasksApi = defineApi({
  'GET /api/deal-tasks': {
    summary: 'What stages ask of me in open deals, the earliest first',
    permission: 'sales.work',
    input: Paging,
    output: z.object({
      tasks: z.array(
        z.object({
          id: Id,
          dealId: Id,
          name: z.string(),
          stage: z.string(),
          text: z.string(),
          dueAt: Instant,
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'PUT /api/deal-tasks/{id}': {
    summary: 'Say that a task of a deal is done, or take that back',
    permission: 'sales.work',
    input: z.object({ id: Id, isDone: z.boolean() }),
    output: Nothing,
    errors: ['sales.task_not_found'],
  },
});
