import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';
import { SubscriberKind } from './shapes.ts';

const Half = z.object({
  id: Id,
  displayName: z.string(),
  kind: SubscriberKind,
  birthOn: z.iso.date().nullable(),
  address: z.string(),
  contacts: z.array(z.string()),
});

export const duplicatesApi = defineApi({
  'GET /api/subscribers/duplicates': {
    summary: 'Pairs that look like one person, the likeliest first',
    permission: 'subscribers.merge',
    input: Paging.extend({ state: z.enum(['open', 'different']).default('open') }),
    output: z.object({
      pairs: z.array(
        z.object({
          first: Half,
          second: Half,
          /** 0 to 1. */
          score: z.number(),
          reasons: z.array(z.string()),
          foundAt: Instant,
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    errors: ['subscribers.bad_cursor'],
  },
  'POST /api/subscribers/duplicates/find': {
    summary: 'Look for duplicates in the whole base now, in the background',
    permission: 'subscribers.merge',
    input: z.object({}),
    output: Nothing,
    status: 202,
    perMinute: 6,
  },
  'POST /api/subscribers/duplicates/judge': {
    summary: 'Say that two are different persons, or take that back',
    permission: 'subscribers.merge',
    input: z.object({ firstId: Id, secondId: Id, verdict: z.enum(['different', 'open']) }),
    output: Nothing,
    errors: ['subscribers.not_found', 'subscribers.erased', 'subscribers.no_such_pair'],
  },
});
