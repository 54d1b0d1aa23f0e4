import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing, Paging } from '../../kernel/api/shapes.ts';

const Facts = z.record(z.string(), z.unknown());
/** A query says one type by its name, or many as a JSON list. */
const Types = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(z.string().max(100)).min(1).max(200).optional(),
);

const AuditLine = z.object({
  id: Id,
  recordedAt: Instant,
  type: z.string(),
  actor: z.object({
    kind: z.string(),
    staffId: Id.nullable(),
    name: z.string().nullable(),
  }),
  subject: z.object({ kind: z.string(), id: z.int(), name: z.string().nullable() }),
  /** Whose data it was, if a subscriber's. */
  subscriber: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  facts: Facts,
  /** Former names, addresses and the like; gone once a person's data was erased. */
  details: Facts.nullable(),
});

export const auditApi = defineApi({
  'GET /api/audit': {
    summary: 'Who did or looked at what, the latest first',
    permission: 'staff.audit',
    input: Paging.extend({
      staffId: Id.optional(),
      types: Types,
      subjectKind: z.string().max(50).optional(),
      subjectId: Id.optional(),
      subscriberId: Id.optional(),
      from: Instant.optional(),
      /** Not included. */
      to: Instant.optional(),
    }),
    output: z.object({ lines: z.array(AuditLine), nextCursor: z.string().nullable() }),
    errors: ['staff.bad_cursor'],
  },
  'GET /api/audit/types': {
    summary: 'Types of events that the audit knows',
    permission: 'staff.audit',
    input: Nothing,
    output: z.object({ types: z.array(z.string()) }),
  },
});
