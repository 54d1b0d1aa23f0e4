import type { Handlers } from '../../kernel/wiring.ts';
import type { mysteryApi } from '../api/mystery.ts';
import { addProof, removeProof } from './add-proof.ts';
import { addRound } from './add-round.ts';
import { closeRound } from './close-round.ts';
import { enterResult } from './enter-result.ts';
import { dropTask, giveTask } from './give-task.ts';
import { listRounds } from './list-rounds.ts';
import { showRound } from './show-round.ts';

export const mysteryHandlers: Handlers<typeof mysteryApi> = {
  'GET /api/quality-rounds': listRounds,
  'POST /api/quality-rounds': addRound,
  'GET /api/quality-rounds/{id}': showRound,
  'POST /api/quality-rounds/{id}/close': closeRound,
  'POST /api/quality-rounds/{id}/tasks': giveTask,
  'DELETE /api/quality-shopper-tasks/{id}': dropTask,
  'PUT /api/quality-shopper-tasks/{id}/result': enterResult,
  'POST /api/quality-shopper-tasks/{id}/proofs': addProof,
  'DELETE /api/quality-shopper-proofs/{id}': removeProof,
};
