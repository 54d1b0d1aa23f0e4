import type { Handlers } from '../kernel/wiring.ts';
import type { figuresApi } from './api/figures.ts';
import type { settingsApi } from './api/settings.ts';
import { showFigures } from './figures/show-figures.ts';
import { addReason } from './reasons/add-reason.ts';
import { changeReason } from './reasons/change-reason.ts';
import { listReasons } from './reasons/list-reasons.ts';
import { changeSign } from './signs/change-sign.ts';
import { listSigns } from './signs/list-signs.ts';
import { previewSign } from './signs/preview-sign.ts';
import { addRule } from './wishes/add-rule.ts';
import { changeRule } from './wishes/change-rule.ts';
import { listRules } from './wishes/list-rules.ts';
import { tryRules } from './wishes/try-rules.ts';

export const settingsHandlers: Handlers<typeof settingsApi & typeof figuresApi> = {
  'GET /api/retention-figures': showFigures,
  'GET /api/leaving-signs': listSigns,
  'GET /api/leaving-signs/{kind}/preview': previewSign,
  'PUT /api/leaving-signs/{kind}': changeSign,
  'GET /api/leaving-reasons': listReasons,
  'POST /api/leaving-reasons': addReason,
  'PUT /api/leaving-reasons/{id}': changeReason,
  'GET /api/wish-rules': listRules,
  'POST /api/wish-rules': addRule,
  'PUT /api/wish-rules/{id}': changeRule,
  'POST /api/wish-rules/try': tryRules,
};
