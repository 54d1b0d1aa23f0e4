import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { ConditionShape } from '../../kernel/conditions/condition-shape.ts';
import { Attributes, SubscriberStatus } from './shapes.ts';

/** What may be changed of many at once; what is not given stays. */
export const BulkFields = z
  .object({
    status: SubscriberStatus,
    ownerStaffId: Id.nullable(),
    teamId: Id.nullable(),
    attributes: Attributes,
  })
  .partial()
  .refine((fields) => Object.values(fields).some((value) => value !== undefined), {
    error: 'kernel.missing_field',
  });
export type BulkFields = z.output<typeof BulkFields>;

const BulkChange = z.object({
  id: Id,
  /** `running` and `undoing` go on by themselves. */
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  changed: z.int(),
  /** Those that stayed as they are when it was taken back: somebody had changed them since. */
  kept: z.int(),
});
export type BulkChange = z.output<typeof BulkChange>;

/** Whom a change is for. */
const Target = z.union([
  z.object({ ids: z.array(Id).min(1).max(10_000) }),
  z.object({ filter: ConditionShape }),
]);

export const bulkApi = defineApi({
  'POST /api/subscribers/bulk-changes': {
    summary: 'Change many subscribers at once: those named, or all that match a filter of the list',
    permission: 'subscribers.edit',
    input: z.object({
      target: Target,
      fields: BulkFields,
    }),
    output: BulkChange,
    errors: [
      'subscribers.no_such_owner',
      'work.value_misfit',
      'work.attribute_undefined',
      'kernel.unknown_field',
      'kernel.bad_condition',
    ],
    status: 201,
  },
  'POST /api/subscribers/bulk-changes/preview': {
    summary: 'How many a change of many would reach; above 10,000 an estimate',
    permission: 'subscribers.edit',
    input: z.object({ target: Target }),
    output: z.object({ count: z.int(), isEstimate: z.boolean() }),
    errors: ['kernel.unknown_field', 'kernel.bad_condition'],
  },
  'GET /api/subscribers/bulk-changes': {
    summary: 'One’s own last changes of many, newest first, as long as they can be taken back',
    permission: 'subscribers.edit',
    input: z.object({}),
    output: z.object({
      changes: z.array(
        BulkChange.extend({
          createdAt: Instant,
          /** What was set, an attribute as `attributes.KEY`. */
          fields: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  },
  'GET /api/subscribers/bulk-changes/{id}': {
    summary: 'How far a change of many has come',
    permission: 'subscribers.edit',
    input: z.object({ id: Id }),
    output: BulkChange,
    errors: ['subscribers.no_such_bulk_change'],
  },
  'POST /api/subscribers/bulk-changes/{id}/undo': {
    summary: 'Take a change of many back, except where somebody has changed the same since',
    permission: 'subscribers.edit',
    input: z.object({ id: Id }),
    output: BulkChange,
    errors: ['subscribers.no_such_bulk_change', 'subscribers.bulk_change_running'],
  },
});
