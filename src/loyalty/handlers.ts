import type { Handlers } from '../kernel/wiring.ts';
import type { checkingApi } from './api/checking.ts';
import type { programmeApi } from './api/programme.ts';
import { decideEarning } from './checking/decide-earning.ts';
import { decideFriendship } from './checking/decide-friendship.ts';
import { listHeld } from './checking/list-held.ts';
import { beginProgramme } from './programme/begin-programme.ts';
import { changeProgramme } from './programme/change-programme.ts';
import { setLevels } from './programme/set-levels.ts';
import { showProgramme } from './programme/show-programme.ts';

export const handlers: Handlers<typeof programmeApi & typeof checkingApi> = {
  'GET /api/loyalty/programme': showProgramme,
  'PUT /api/loyalty/programme': changeProgramme,
  'POST /api/loyalty/programme/begin': beginProgramme,
  'PUT /api/loyalty/levels': setLevels,
  'GET /api/loyalty/held': listHeld,
  'POST /api/loyalty/earnings/{id}/decide': decideEarning,
  'POST /api/loyalty/friendships/{id}/decide': decideFriendship,
};
