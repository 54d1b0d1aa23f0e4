import type { Handlers } from '../../kernel/wiring.ts';
import type { visitsApi } from '../api/visits.ts';
import { addSlot, removeSlot } from './add-slot.ts';
import { bookVisit, cancelVisit } from './book-visit.ts';
import { listFree } from './list-free.ts';
import { listSlots } from './list-slots.ts';
import { listVisits } from './list-visits.ts';

export const visitHandlers: Handlers<typeof visitsApi> = {
  'GET /api/visit-slots': listSlots,
  'POST /api/visit-slots': addSlot,
  'DELETE /api/visit-slots/{id}': removeSlot,
  'GET /api/deals/{id}/visit-slots': listFree,
  'POST /api/deals/{id}/visit': bookVisit,
  'POST /api/deals/{id}/visit/cancel': cancelVisit,
  'GET /api/visits': listVisits,
};
