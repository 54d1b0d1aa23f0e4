import type { Handlers } from '../../kernel/wiring.ts';
import type { figuresApi } from '../api/figures.ts';
import { showControl } from '../trial/show-control.ts';
import { showFigures } from './show-figures.ts';

export const figureHandlers: Handlers<typeof figuresApi> = {
  'GET /api/retention-figures': showFigures,
  'GET /api/control-effect': showControl,
};
