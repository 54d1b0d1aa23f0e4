import type { api as segmentsApi } from '../../../segments/api.ts';
import { caller, type OutputOf } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import { taskListPaths } from '../../../work/web/index.tsx';
import type { careListsApi } from '../../api/care-lists.ts';
import type { planApi } from '../../api/plan.ts';

type Api = typeof planApi & typeof careListsApi;

export const { useRead, useWrite } = hooks(caller<Api>());
export const segments = hooks(caller<typeof segmentsApi>());

export type Plan = OutputOf<Api, 'GET /api/care-plan'>;
export type PlanPerson = OutputOf<Api, 'GET /api/care-plan/people'>['people'][number];
export type CareList = OutputOf<Api, 'GET /api/care-lists'>['lists'][number];
export type OpenCareList = OutputOf<Api, 'GET /api/care-lists/{id}'>;
export type CarePerson = OutputOf<Api, 'GET /api/care-lists/{id}/people'>['people'][number];
export type CareTask = OutputOf<Api, 'GET /api/care-tasks/{id}'>;
export type TrialSettings = OutputOf<Api, 'GET /api/trial-settings'>;

/** What a plan is made under, as a route takes it. */
export type Asked = {
  budgetMinor: number;
  slots: number;
  contactMinor: number;
  holdPercent: number;
  leastPoints: number;
  segmentId?: number;
};

export const listPaths = ['/api/care-lists', '/api/care-plan'];
export const carePaths = ['/api/care-tasks', ...listPaths, ...taskListPaths];
