import { z } from 'zod';
import { meters } from '../../catalog/api.ts';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Line } from '../../kernel/api/shapes.ts';

const Moment = Instant.pipe(z.coerce.date());

const UsageRecord = z
  .object({
    /** Tells it from every other of its source; what comes again under it is passed over. */
    key: z.string().trim().min(1).max(200),
    /** Whose it is: the account, or a login or number of one of its lines. */
    accountId: Id.optional(),
    login: z.string().trim().min(1).max(200).optional(),
    number: z.string().trim().min(1).max(50).optional(),
    meter: z.enum(meters),
    units: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    beganAt: Moment,
    endedAt: Moment,
  })
  .refine(({ beganAt, endedAt }) => endedAt >= beganAt);

export const usageApi = defineApi({
  'POST /api/usage': {
    summary: 'Bring records of what was used; the next run charges them',
    permission: 'billing.usage',
    input: z.object({ source: Line, records: z.array(UsageRecord).min(1).max(5000) }),
    output: z.object({
      taken: z.int(),
      /** Known already under their keys. */
      repeated: z.int(),
      /** Keys of those that belong to nobody known; they were not taken. */
      unknown: z.array(z.string()),
    }),
    repeats: 'own',
  },
});

export type UsageRecord = z.output<typeof UsageRecord>;
