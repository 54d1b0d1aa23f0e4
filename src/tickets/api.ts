import { defineErrors } from '../kernel/api/define.ts';
import { billingApi } from './api/billing.ts';
import { bulkApi } from './api/bulk.ts';
import { categoriesApi } from './api/categories.ts';
import { linkingApi } from './api/linking.ts';
import { macrosApi } from './api/macros.ts';
import { normsApi } from './api/norms.ts';
import { recurringApi } from './api/recurring.ts';
import { rulesApi } from './api/rules.ts';
import { ticketsApi } from './api/tickets.ts';

export const api = {
  ...ticketsApi,
  ...billingApi,
  ...bulkApi,
  ...categoriesApi,
  ...normsApi,
  ...linkingApi,
  ...macrosApi,
  ...rulesApi,
  ...recurringApi,
};

export const errors = defineErrors({
  'tickets.not_found': 404,
  'tickets.changed_meanwhile': 409,
  'tickets.no_such_category': 422,
  'tickets.category_taken': 409,
  'tickets.no_such_team': 422,
  'tickets.cannot_work': 422,
  'tickets.cannot_reply': 422,
  'tickets.date_needed': 422,
  'tickets.date_past': 422,
  'tickets.not_of_subscriber': 422,
  'tickets.no_such_conversation': 404,
  'tickets.no_such_note': 404,
  'tickets.file_not_found': 404,
  'tickets.still_open': 409,
  'tickets.same_ticket': 422,
  'tickets.no_such_macro': 404,
  'tickets.macro_taken': 409,
  'tickets.macro_empty': 422,
  'tickets.merged': 409,
  'tickets.not_merged': 409,
  'tickets.no_such_split': 404,
  'tickets.split_is_merged': 409,
  'tickets.norm_of_all': 422,
  'tickets.no_such_calendar': 422,
  'tickets.no_such_norm': 404,
  'tickets.subject_empty': 422,
  'tickets.no_such_subject': 404,
  'tickets.no_such_rule': 404,
  'tickets.rule_taken': 409,
  'tickets.rule_empty': 422,
  'tickets.rule_after_needed': 422,
  'tickets.rule_untried': 409,
  'tickets.rule_personal': 422,
  'tickets.no_such_recurrence': 404,
  'tickets.recurrence_taken': 409,
  'tickets.bad_time_zone': 422,
  'tickets.calendar_needed': 422,
});
