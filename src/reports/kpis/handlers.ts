import type { Handlers } from '../../kernel/wiring.ts';
import type { kpisApi } from '../api/kpis.ts';
import { listRows } from './list-rows.ts';
import { showKpis } from './show-kpis.ts';
import { showParts } from './show-parts.ts';

export const kpiHandlers: Handlers<typeof kpisApi> = {
  'GET /api/kpis': showKpis,
  'GET /api/kpis/{kpi}/parts': showParts,
  'GET /api/kpis/{kpi}/rows': listRows,
};
