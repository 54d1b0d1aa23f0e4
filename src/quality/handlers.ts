import { auditHandlers } from './audits/handlers.ts';
import { calibrationHandlers } from './calibration/handlers.ts';
import { cardHandlers } from './cards/handlers.ts';
import { lessonHandlers } from './lessons/handlers.ts';
import { lostHandlers } from './lost/handlers.ts';
import { mysteryHandlers } from './mystery/handlers.ts';
import { reviewHandlers } from './reviews/handlers.ts';
import { samplingHandlers } from './sampling/handlers.ts';

export const handlers = {
  ...cardHandlers,
  ...samplingHandlers,
  ...reviewHandlers,
  ...calibrationHandlers,
  ...lessonHandlers,
  ...lostHandlers,
  ...auditHandlers,
  ...mysteryHandlers,
};
