import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { personalDataSources } from '../subscribers/index.ts';
import { answerPitch } from './answer-pitch.ts';
import { api, errors } from './api.ts';
import { changePitch } from './change-pitch.ts';
import { createPitch } from './create-pitch.ts';
import { openPitch } from './open-pitch.ts';
import { personalData } from './personal-data.ts';
import { listPitches } from './queries.ts';

export const wiring = defineWiring({
  domain: 'sales',
  api,
  errors,
  handlers: {
    'GET /api/conversations/{id}/pitch': openPitch,
    'PUT /api/conversations/{id}/pitch': answerPitch,
    'GET /api/pitches': listPitches,
    'POST /api/pitches': createPitch,
    'PUT /api/pitches/{id}': changePitch,
  },
  permissions: ['sales.pitches'],
  liveEvents: {
    'sales.pitch_answered': 'conversations.view',
    'sales.pitch_made': 'sales.pitches',
    'sales.pitch_changed': 'sales.pitches',
  },
  fills: [fill(personalDataSources, personalData)],
});
