import { defineErrors } from '../kernel/api/define.ts';
import { checkApi } from './api/check.ts';
import { competitorsApi } from './api/competitors.ts';
import { coverageApi } from './api/coverage.ts';

export type { PublicCheck } from './api/check.ts';

export const api = { ...checkApi, ...coverageApi, ...competitorsApi };

export const errors = defineErrors({
  'network.no_such_building': 404,
  'network.no_such_coverage': 404,
  'network.no_such_node': 404,
  'network.no_such_terms': 404,
  'network.no_such_stop': 404,
  'network.no_such_offer': 404,
  'network.name_taken': 409,
  'network.changed_meanwhile': 409,
  'network.past_day': 422,
  'network.future_day': 422,
});
