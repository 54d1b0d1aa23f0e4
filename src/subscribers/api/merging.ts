import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { SubscriberFields } from './record.ts';
import { SubscriberKind } from './shapes.ts';

/**
 * A field of the record by name, an attribute as `attributes.key`. The external id is not among
 * them: by it another program finds each of the two.
 */
const MergeField = z.union([
  SubscriberFields.omit({ externalId: true, attributes: true })
    .extend({ kind: SubscriberKind })
    .keyof(),
  z.string().regex(/^attributes\.[a-z][a-z0-9_]{0,59}$/),
]);

/** Rows that were added since a merge and may go with the one who is set apart. */
const movable = z.enum(['contact', 'contact_person', 'document', 'address', 'need']);

export const mergingApi = defineApi({
  'POST /api/subscribers/{id}/merge': {
    summary: 'Merge another subscriber into this one; its number opens this card from now on',
    permission: 'subscribers.merge',
    input: z.object({
      id: Id,
      fromId: Id,
      /** Fields to take from the other one; all others stay. */
      take: z.array(MergeField).max(600).default([]),
    }),
    output: z.object({ mergeId: Id, version: z.int() }),
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.merge_into_itself',
      'subscribers.merged_already',
      'subscribers.already_merged',
      'subscribers.left_before_joining',
      'subscribers.left_too_late',
      'subscribers.name_missing',
    ],
  },
  'GET /api/subscribers/merges/{mergeId}': {
    summary: 'What undoing a merge would put back, and what it has to ask',
    permission: 'subscribers.merge',
    input: z.object({ mergeId: Id }),
    output: z.object({
      mergeId: Id,
      fromId: Id,
      fromName: z.string(),
      intoId: Id,
      intoName: z.string(),
      mergedAt: Instant,
      mergedBy: z.string().nullable(),
      /** Chosen fields that nobody edited since: they are put back. */
      putBack: z.array(z.object({ field: z.string(), now: z.unknown(), before: z.unknown() })),
      /** Chosen fields that were edited since: somebody must say what holds. */
      edited: z.array(z.object({ field: z.string(), now: z.unknown(), before: z.unknown() })),
      /** Added since the merge; they stay unless they are moved. */
      addedSince: z.array(z.object({ kind: movable, id: Id, text: z.string() })),
    }),
    errors: ['subscribers.not_found', 'subscribers.no_such_merge'],
  },
  'POST /api/subscribers/merges/{mergeId}/undo': {
    summary: 'Undo a merge: both are again what they were',
    permission: 'subscribers.merge',
    input: z.object({
      mergeId: Id,
      /** Fields edited since that keep their present value. */
      keep: z.array(MergeField).max(600).default([]),
      /** Fields edited since that get back what stood in them before the merge. */
      putBack: z.array(MergeField).max(600).default([]),
      /** What was added since and goes with the one who is set apart. */
      move: z
        .array(z.object({ kind: movable, id: Id }))
        .max(500)
        .default([]),
    }),
    output: Nothing,
    errors: [
      'subscribers.not_found',
      'subscribers.erased',
      'subscribers.no_such_merge',
      'subscribers.edited_since',
    ],
  },
});
