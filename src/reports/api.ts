import { defineErrors } from '../kernel/api/define.ts';
import { kpisApi } from './api/kpis.ts';
import { survivalApi } from './api/survival.ts';

export const api = { ...kpisApi, ...survivalApi };

export const errors = defineErrors({
  'reports.no_such_dimension': 422,
  'reports.not_accounts': 422,
  'reports.are_accounts': 422,
});
