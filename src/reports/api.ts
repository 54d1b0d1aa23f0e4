import { defineErrors } from '../kernel/api/define.ts';
import { kpisApi } from './api/kpis.ts';
import { reportsApi } from './api/reports.ts';
import { survivalApi } from './api/survival.ts';

export const api = { ...kpisApi, ...survivalApi, ...reportsApi };

export const errors = defineErrors({
  'reports.no_such_dimension': 422,
  'reports.not_accounts': 422,
  'reports.are_accounts': 422,
  'reports.not_counted': 409,
  'reports.no_rows_allowed': 403,
  'reports.no_such_schedule': 404,
  'reports.no_such_person': 422,
  'reports.wrong_day': 422,
  'reports.changed_meanwhile': 409,
});
