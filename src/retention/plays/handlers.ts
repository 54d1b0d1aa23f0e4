import type { Handlers } from '../../kernel/wiring.ts';
import type { playsApi } from '../api/plays.ts';
import { addPlay } from './add-play.ts';
import { changePlay } from './change-play.ts';
import { listPlays } from './list-plays.ts';
import { changePlaySettings } from './change-play-settings.ts';
import { showPlaySettings } from './settings.ts';
import { showEffect } from './show-effect.ts';
import { showResults } from './show-results.ts';
import { switchPlay } from './switch-play.ts';
import { tryPlay } from './try-play.ts';

export const playHandlers: Handlers<typeof playsApi> = {
  'GET /api/plays': listPlays,
  'POST /api/plays': addPlay,
  'PUT /api/plays/{id}': changePlay,
  'POST /api/plays/{id}/switch': switchPlay,
  'POST /api/plays/{id}/try': tryPlay,
  'GET /api/plays/{id}/effect': showEffect,
  'GET /api/play-results': showResults,
  'GET /api/play-settings': showPlaySettings,
  'PUT /api/play-settings': changePlaySettings,
};
