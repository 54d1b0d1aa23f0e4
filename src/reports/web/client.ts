import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

const call = caller<Api>();
export const { useRead, usePages } = hooks(call);

export type Shown = OutputOf<Api, 'GET /api/kpis'>;
export type Kpi = Shown['kpis'][number];
export type Dimension = Kpi['dimensions'][number];
export type KpiRow = OutputOf<Api, 'GET /api/kpis/{kpi}/rows'>['rows'][number];

export type Survival = OutputOf<Api, 'GET /api/survival'>;
export type Curve = Survival['curves'][number];
export type Cohort = Survival['cohorts'][number];
