import type { Handlers } from '../../kernel/wiring.ts';
import type { exitsApi } from '../api/exits.ts';
import { acceptExit } from './accept-exit.ts';
import { bringNotice } from './bring-notice.ts';
import { decideNotice } from './decide-notice.ts';
import { noteReturned } from './note-returned.ts';
import { printExit } from './print-exit.ts';
import { showExit } from './show-exit.ts';
import { withdrawExit } from './withdraw-exit.ts';

export const exitHandlers: Handlers<typeof exitsApi> = {
  'GET /api/cases/{id}/exit': showExit,
  'POST /api/cases/{id}/exit': acceptExit,
  'POST /api/cases/{id}/exit/withdraw': withdrawExit,
  'PUT /api/cases/{id}/exit/equipment/{equipmentId}': noteReturned,
  'GET /api/cases/{id}/exit/papers/{paper}': printExit,
  'POST /api/port-notices': bringNotice,
  'POST /api/cases/{id}/notices/{noticeId}': decideNotice,
};
