import type { Handlers } from '../../kernel/wiring.ts';
import type { occasionsApi } from '../api/occasions.ts';
import { addOccasion } from './add-occasion.ts';
import { changeGreeting } from './change-greeting.ts';
import { changeOccasion, removeOccasion } from './change-occasion.ts';
import { showGreeting } from './greeting-settings.ts';
import { listClientOccasions, listOccasions } from './list-occasions.ts';
import { endFeed, makeFeed } from './make-feed.ts';
import { noteGreeting } from './note-greeting.ts';
import { readFeed } from './read-feed.ts';
import { showOccasionFigures } from './show-figures.ts';

export const occasionHandlers: Handlers<typeof occasionsApi> = {
  'GET /api/vip-occasions': listOccasions,
  'GET /api/vip-occasion-figures': showOccasionFigures,
  'GET /api/vip/{id}/occasions': listClientOccasions,
  'POST /api/vip/{id}/occasions': addOccasion,
  'PUT /api/vip-occasions/{id}': changeOccasion,
  'DELETE /api/vip-occasions/{id}': removeOccasion,
  'POST /api/vip/{id}/greetings': noteGreeting,
  'GET /api/vip-greeting-settings': showGreeting,
  'PUT /api/vip-greeting-settings': changeGreeting,
  'POST /api/vip-feed': makeFeed,
  'DELETE /api/vip-feed': endFeed,
  'GET /api/public/vip-feed/{secret}': readFeed,
};
