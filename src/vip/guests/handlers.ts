import type { Handlers } from '../../kernel/wiring.ts';
import type { guestsApi } from '../api/guests.ts';
import { answerGuest } from './answer-guest.ts';
import { chooseGuests } from './choose-guests.ts';
import { handPrize } from './hand-prize.ts';
import { inviteGuests } from './invite-guests.ts';
import { listClientEvents } from './list-client-events.ts';
import { noteAttendance } from './note-attendance.ts';
import { seatGuest } from './seat-guest.ts';
import { sayInvited } from './say-invited.ts';
import { undoGuest } from './undo-guest.ts';

export const guestHandlers: Handlers<typeof guestsApi> = {
  'POST /api/vip-events/{id}/candidates': chooseGuests,
  'POST /api/vip-events/{id}/guests': inviteGuests,
  'POST /api/vip-event-guests/{id}/tell': sayInvited,
  'PUT /api/vip-event-guests/{id}': answerGuest,
  'PUT /api/vip-event-guests/{id}/seat': seatGuest,
  'PUT /api/vip-event-guests/{id}/attendance': noteAttendance,
  'POST /api/vip-event-guests/{id}/prize': handPrize,
  'POST /api/vip-event-guests/{id}/undo': undoGuest,
  'GET /api/vip/{id}/events': listClientEvents,
};
