import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

/** What is to be done for subscribers that they have not asked for: calls of plays, care. */
export const tasksApi = defineApi({
  'GET /api/tasks': {
    summary: 'What is to be done for somebody, of mine and nobody’s, the earliest due first',
    permission: 'me',
    input: Paging,
    output: z.object({
      tasks: z.array(
        z.object({
          kind: z.string(),
          id: Id,
          subscriberId: Id,
          /** Empty where it is hidden. */
          name: z.string(),
          title: z.string(),
          words: z.string(),
          isMine: z.boolean(),
          tries: z.int(),
          dueAt: Instant,
        }),
      ),
      nextCursor: z.string().nullable(),
      /** Where all wait, for an hour to call or put off: how many, and from when the first. */
      resting: z.object({ count: z.int(), from: Instant }).nullable(),
    }),
    errors: ['kernel.bad_cursor'],
  },
  'GET /api/tasks/count': {
    summary: 'How many tasks wait for me or for anybody, of 200 at most',
    permission: 'me',
    input: Nothing,
    output: z.object({ count: z.int() }),
  },
  'POST /api/tasks/next': {
    summary: 'Take the most urgent of nobody’s tasks upon oneself',
    permission: 'me',
    input: Nothing,
    output: z.object({ task: z.object({ kind: z.string(), id: Id }).nullable() }),
  },
});
