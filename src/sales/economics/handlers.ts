import type { Handlers } from '../../kernel/wiring.ts';
import type { economicsApi } from '../api/economics.ts';
import type { forecastApi } from '../api/forecast.ts';
import { showForecast } from '../forecast/show-forecast.ts';
import { exportEconomics } from './export-economics.ts';
import { importCosts } from './import-costs.ts';
import { listCosts } from './list-costs.ts';
import { setCost } from './set-cost.ts';
import { showEconomics } from './show-economics.ts';

export const figureHandlers: Handlers<typeof economicsApi & typeof forecastApi> = {
  'GET /api/deal-forecast': showForecast,
  'GET /api/sales-economics': showEconomics,
  'GET /api/sales-economics/export.csv': exportEconomics,
  'GET /api/sales-costs': listCosts,
  'PUT /api/sales-costs': setCost,
  'POST /api/sales-costs/import': importCosts,
};
