import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

export const mentionsApi = defineApi({
  'GET /api/mentions': {
    summary: 'Where I was called by name, the newest first',
    permission: 'me',
    input: Paging,
    output: z.object({
      rows: z.array(
        z.object({
          id: Id,
          entity: z.string(),
          entityId: Id,
          /** What it is about, and where it is opened. */
          title: z.string(),
          path: z.string(),
          byName: z.string(),
          mentionedAt: Instant,
          isSeen: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
      unseenCount: z.int(),
    }),
  },
  'POST /api/mentions/seen': {
    summary: 'Say that I have seen where I was called',
    permission: 'me',
    input: z.object({ ids: z.array(Id).min(1).max(200) }),
    output: Nothing,
  },
});
