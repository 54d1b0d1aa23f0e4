import type { Handlers } from '../../kernel/wiring.ts';
import type { calibrationsApi } from '../api/calibrations.ts';
import { agreeOnAnswer } from './agree-on-answer.ts';
import { answerBlind } from './answer-blind.ts';
import { closeCalibration } from './close-calibration.ts';
import { dropCalibration } from './drop-calibration.ts';
import { endPart } from './end-part.ts';
import { listCalibrations } from './list-calibrations.ts';
import { listCandidates } from './list-candidates.ts';
import { openCalibration } from './open-calibration.ts';
import { showCalibration } from './show-calibration.ts';

export const calibrationHandlers: Handlers<typeof calibrationsApi> = {
  'GET /api/quality-calibrations': listCalibrations,
  'GET /api/quality-calibrations/contacts': listCandidates,
  'POST /api/quality-calibrations': openCalibration,
  'GET /api/quality-calibrations/{id}': showCalibration,
  'PUT /api/quality-calibration-contacts/{id}/answers/{item}': answerBlind,
  'PUT /api/quality-calibrations/{id}/part': endPart,
  'POST /api/quality-calibrations/{id}/close': closeCalibration,
  'DELETE /api/quality-calibrations/{id}': dropCalibration,
  'PUT /api/quality-calibration-contacts/{id}/targets/{item}': agreeOnAnswer,
};
