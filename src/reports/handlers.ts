import type { Handlers } from '../kernel/wiring.ts';
import type { api } from './api.ts';
import { downloadReport } from './papers/download-report.ts';
import { addSchedule } from './schedules/add-schedule.ts';
import { changeSchedule } from './schedules/change-schedule.ts';
import { listSchedules } from './schedules/list-schedules.ts';
import { showSurvival } from './survival/show-survival.ts';
import { listFacts } from './kpis/list-facts.ts';
import { listRows } from './kpis/list-rows.ts';
import { showKpis } from './kpis/show-kpis.ts';
import { showParts } from './kpis/show-parts.ts';
import { showWorth } from './kpis/show-worth.ts';

export const handlers: Handlers<typeof api> = {
  'GET /api/kpis': showKpis,
  'GET /api/kpis/{kpi}/parts': showParts,
  'GET /api/kpis/{kpi}/rows': listRows,
  'GET /api/kpis/{kpi}/facts': listFacts,
  'GET /api/sales-worth': showWorth,
  'GET /api/survival': showSurvival,
  'GET /api/kpi-report': downloadReport,
  'GET /api/report-schedules': listSchedules,
  'POST /api/report-schedules': addSchedule,
  'PUT /api/report-schedules/{id}': changeSchedule,
};
