import { z } from 'zod';
import { Id } from '../../kernel/api/shapes.ts';
import { bulkRoutes } from '../../work/api/bulk.ts';
import { TicketFields } from './shapes.ts';

/** Labels that many get, and labels that are taken off them. */
export const setLabels = {
  addLabels: z.array(Id).max(20).optional(),
  removeLabels: z.array(Id).max(20).optional(),
};

/** What may be changed of many at once; what is not given stays. */
export const BulkFields = TicketFields.pick({
  state: true,
  priority: true,
  categoryId: true,
  ownerStaffId: true,
  teamId: true,
  attributes: true,
})
  .extend(setLabels)
  .refine((fields) => Object.values(fields).some((value) => value !== undefined), {
    error: 'kernel.missing_field',
  });

export const bulkApi = bulkRoutes({
  entity: 'tickets',
  permission: 'tickets.work',
  fields: BulkFields,
  errors: [
    'tickets.no_such_category',
    'tickets.no_such_team',
    'tickets.cannot_work',
    'tickets.date_needed',
    'work.value_misfit',
    'work.attribute_undefined',
    'work.label_not_found',
  ],
});
