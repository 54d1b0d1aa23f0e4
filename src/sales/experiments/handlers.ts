import type { Handlers } from '../../kernel/wiring.ts';
import type { experimentsApi } from '../api/experiments.ts';
import { endExperiment } from './end-experiment.ts';
import { listExperiments } from './list-experiments.ts';
import { startExperiment } from './start-experiment.ts';

export const experimentHandlers: Handlers<typeof experimentsApi> = {
  'GET /api/sale-scripts/{id}/experiments': listExperiments,
  'POST /api/sale-scripts/{id}/experiments': startExperiment,
  'POST /api/sale-scripts/{id}/experiments/{experimentId}/end': endExperiment,
};
