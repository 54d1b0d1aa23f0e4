import { bulkRoutes } from '../../work/api/bulk.ts';
import { TicketFields } from './shapes.ts';

/** What may be changed of many at once; what is not given stays. */
export const BulkFields = TicketFields.pick({
  state: true,
  priority: true,
  categoryId: true,
  ownerStaffId: true,
  teamId: true,
  attributes: true,
}).refine((fields) => Object.values(fields).some((value) => value !== undefined), {
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
  ],
});
