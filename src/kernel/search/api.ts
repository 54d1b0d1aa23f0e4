import { z } from 'zod';
import { defineApi } from '../api/define.ts';
import { Instant } from '../api/shapes.ts';

const Result = z.object({
  kind: z.string(),
  /** The domain that the thing belongs to, whose texts name the kind. */
  domain: z.string(),
  id: z.int(),
  subscriberId: z.int().nullable(),
  title: z.string(),
  subtitle: z.string(),
  happenedAt: Instant,
  /** Where it is opened in the web app. */
  path: z.string(),
});

export const api = defineApi({
  'GET /api/search': {
    summary: 'Find anything by what is known of it, while it is being typed',
    permission: 'signed-in',
    input: z.object({
      q: z
        .string()
        .max(500)
        .meta({
          description:
            'A phone in any notation, a name, contract, account, address, e-mail, messenger, IP, MAC, ' +
            'login, ticket number, words of a message',
        }),
      kinds: z.array(z.string().max(40)).max(20).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
    output: z.object({ results: z.array(Result) }),
    perMinute: 600,
  },
});
