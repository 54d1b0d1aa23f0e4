import { defineErrors } from '../kernel/api/define.ts';
import { kpisApi } from './api/kpis.ts';
import { survivalApi } from './api/survival.ts';

export const api = { ...kpisApi, ...survivalApi };

export const errors = defineErrors({ 'reports.no_such_dimension': 422 });
