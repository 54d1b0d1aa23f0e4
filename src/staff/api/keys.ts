import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Line, Nothing } from '../../kernel/api/shapes.ts';
import { Permission } from './shapes.ts';

export const keysApi = defineApi({
  'GET /api/me/api-keys': {
    summary: 'My API keys',
    permission: 'me',
    input: Nothing,
    output: z.object({
      keys: z.array(
        z.object({
          id: Id,
          name: z.string(),
          /** The beginning of the key, enough to tell which one it is. */
          prefix: z.string(),
          scopes: z.array(Permission),
          createdAt: Instant,
          expiresAt: Instant.nullable(),
          lastUsedAt: Instant.nullable(),
          revokedAt: Instant.nullable(),
        }),
      ),
    }),
  },
  'POST /api/me/api-keys': {
    summary: 'Make an API key; the answer is the only time it is shown',
    permission: 'staff.api_keys',
    input: z.object({
      name: Line,
      /** Permissions that the key may use; `me` my own affairs; `*` stands for all of mine. */
      scopes: z.array(Permission).min(1).max(500),
      expiresAt: Instant.nullable().default(null),
    }),
    output: z.object({ id: Id, key: z.string() }),
    errors: ['staff.session_needed', 'staff.unknown_permission', 'staff.expired_already'],
    status: 201,
  },
  'DELETE /api/me/api-keys/{id}': {
    summary: 'Revoke one of my API keys',
    permission: 'me',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['staff.key_not_found'],
  },
});
