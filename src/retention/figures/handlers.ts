import type { Handlers } from '../../kernel/wiring.ts';
import type { figuresApi } from '../api/figures.ts';
import { changeSign } from '../signs/change-sign.ts';
import { listSigns } from '../signs/list-signs.ts';
import { previewSign } from '../signs/preview-sign.ts';
import { showControl } from '../trial/show-control.ts';
import { showFigures } from './show-figures.ts';

export const figureHandlers: Handlers<typeof figuresApi> = {
  'GET /api/retention-figures': showFigures,
  'GET /api/control-effect': showControl,
  'GET /api/leaving-signs': listSigns,
  'GET /api/leaving-signs/{kind}/preview': previewSign,
  'PUT /api/leaving-signs/{kind}': changeSign,
};
