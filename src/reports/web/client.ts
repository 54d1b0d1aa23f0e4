import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, usePages, useWrite } = hooks(call);

export type Shown = OutputOf<Api, 'GET /api/kpis'>;
export type Counted = Shown['kpis'][number];
type Worth = OutputOf<Api, 'GET /api/sales-worth'>['kpis'][number];
export type Dimension = Counted['dimensions'][number];
export type Kpi = Omit<Counted, 'key'> & { key: Counted['key'] | Worth['key'] };
export type KpiRow = OutputOf<Api, 'GET /api/kpis/{kpi}/rows'>['rows'][number];

export type Facts = OutputOf<Api, 'GET /api/kpis/{kpi}/facts'>;
export type Fact = Facts['rows'][number];

export type Survival = OutputOf<Api, 'GET /api/survival'>;
export type Curve = Survival['curves'][number];
export type Cohort = Survival['cohorts'][number];

/** A report that is asked for, with a month or without one. */
export type Asked = Omit<InputOf<Api, 'GET /api/kpi-report'>, 'format'>;
export type Planned = Omit<Asked, 'month'>;
export type Schedule = OutputOf<Api, 'GET /api/report-schedules'>['schedules'][number];
