import type { Handlers } from '../../kernel/wiring.ts';
import type { effectApi } from '../api/effect.ts';
import { showEffect } from './show-effect.ts';

export const effectHandlers: Handlers<typeof effectApi> = {
  'GET /api/loyalty/effect': showEffect,
};
