import { z } from 'zod';
import { Id } from '../../kernel/api/shapes.ts';
import { bulkRoutes } from '../../work/api/bulk.ts';
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

export const bulkApi = bulkRoutes({
  entity: 'subscribers',
  permission: 'subscribers.edit',
  fields: BulkFields,
  errors: ['subscribers.no_such_owner', 'work.value_misfit', 'work.attribute_undefined'],
});
