import { defineErrors } from '../kernel/api/define.ts';
import { kpisApi } from './api/kpis.ts';

export const api = { ...kpisApi };

export const errors = defineErrors({ 'reports.no_such_dimension': 422 });
