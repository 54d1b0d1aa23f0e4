import type { Handlers } from '../../kernel/wiring.ts';
import type { pitchesApi } from '../api/pitches.ts';
import { answerPitch } from './answer-pitch.ts';
import { changePitch } from './change-pitch.ts';
import { createPitch } from './create-pitch.ts';
import { listPitches } from './list-pitches.ts';
import { openPitch } from './open-pitch.ts';

export const pitchHandlers: Handlers<typeof pitchesApi> = {
  'GET /api/conversations/{id}/pitch': openPitch,
  'PUT /api/conversations/{id}/pitch': answerPitch,
  'GET /api/pitches': listPitches,
  'POST /api/pitches': createPitch,
  'PUT /api/pitches/{id}': changePitch,
};
