import type { Handlers } from '../../kernel/wiring.ts';
import type { recurringApi } from '../api/recurring.ts';
import { changeRecurrence } from './change-recurrence.ts';
import { createRecurrence } from './create-recurrence.ts';
import { listRecurrences } from './list-recurrences.ts';
import { nextDates } from './next-dates.ts';

export const recurringHandlers: Handlers<typeof recurringApi> = {
  'GET /api/ticket-recurrences': listRecurrences,
  'POST /api/ticket-recurrences': createRecurrence,
  'PUT /api/ticket-recurrences/{id}': changeRecurrence,
  'POST /api/ticket-recurrences/next-dates': nextDates,
};
