import type { Handlers } from '../../kernel/wiring.ts';
import type { eventsApi } from '../api/events.ts';
import { addEvent } from './add-event.ts';
import { addTeam } from './add-team.ts';
import { cancelEvent, resumeEvent } from './cancel-event.ts';
import { changeEvent } from './change-event.ts';
import { changeTeam, removeTeam } from './change-team.ts';
import { listEvents } from './list-events.ts';
import type { OutcomeRoute } from './outcome-handlers.ts';
import { noteResults } from './note-results.ts';
import { showEvent } from './show-event.ts';

export const eventHandlers: Omit<Handlers<typeof eventsApi>, OutcomeRoute> = {
  'GET /api/vip-events': listEvents,
  'GET /api/vip-events/{id}': showEvent,
  'POST /api/vip-events': addEvent,
  'PUT /api/vip-events/{id}': changeEvent,
  'POST /api/vip-events/{id}/cancel': cancelEvent,
  'POST /api/vip-events/{id}/resume': resumeEvent,
  'POST /api/vip-events/{id}/teams': addTeam,
  'PUT /api/vip-event-teams/{id}': changeTeam,
  'DELETE /api/vip-event-teams/{id}': removeTeam,
  'PUT /api/vip-events/{id}/results': noteResults,
};
