import type { Handlers } from '../../kernel/wiring.ts';
import type { careApi } from '../api/care.ts';
import { finishCall } from './finish-call.ts';
import { listCalls } from './list-calls.ts';
import { reopenCall } from './reopen-call.ts';

export const careHandlers: Handlers<typeof careApi> = {
  'GET /api/care-calls': listCalls,
  'PUT /api/care-calls/{id}': finishCall,
  'POST /api/care-calls/{id}/reopen': reopenCall,
};
