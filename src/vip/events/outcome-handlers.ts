import type { Handlers } from '../../kernel/wiring.ts';
import type { eventsApi } from '../api/events.ts';
import { addCost } from './add-cost.ts';
import { addPhoto } from './add-photo.ts';
import { approveCost } from './approve-cost.ts';
import { removeCost } from './remove-cost.ts';
import { removePhoto } from './remove-photo.ts';
import { showEffect } from './show-effect.ts';
import { showPhoto } from './show-photo.ts';

/** What an event costs, what remains of it and what it came to. */
export type OutcomeRoute =
  | 'POST /api/vip-events/{id}/costs'
  | 'POST /api/vip-event-costs/{id}/approve'
  | 'POST /api/vip-event-costs/{id}/remove'
  | 'POST /api/vip-events/{id}/photos'
  | 'GET /api/vip-events/{id}/photos/{fileId}'
  | 'POST /api/vip-events/{id}/photos/{fileId}/remove'
  | 'GET /api/vip-events/{id}/effect';

export const outcomeHandlers: Pick<Handlers<typeof eventsApi>, OutcomeRoute> = {
  'POST /api/vip-events/{id}/costs': addCost,
  'POST /api/vip-event-costs/{id}/approve': approveCost,
  'POST /api/vip-event-costs/{id}/remove': removeCost,
  'POST /api/vip-events/{id}/photos': addPhoto,
  'GET /api/vip-events/{id}/photos/{fileId}': showPhoto,
  'POST /api/vip-events/{id}/photos/{fileId}/remove': removePhoto,
  'GET /api/vip-events/{id}/effect': showEffect,
};
