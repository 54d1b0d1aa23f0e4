import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

/** Called by name; else what happened to what one watches or has; `given`: handed to one. */
export const mentionReasons = [
  'named',
  'noted',
  'told',
  'turned',
  'passed_on',
  'given',
  'late',
] as const;

export const mentionsApi = defineApi({
  'GET /api/mentions': {
    summary: 'Where I was called by name, and news of what I watch, the newest first',
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
          /** Null where the program itself did it. */
          byName: z.string().nullable(),
          reason: z.enum(mentionReasons),
          mentionedAt: Instant,
          isSeen: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
      unseenCount: z.int(),
    }),
  },
  'POST /api/mentions/seen': {
    summary: 'Say that I have seen these',
    permission: 'me',
    input: z.object({ ids: z.array(Id).min(1).max(200) }),
    output: Nothing,
  },
});
