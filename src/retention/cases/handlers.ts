import type { Handlers } from '../../kernel/wiring.ts';
import type { casesApi } from '../api/cases.ts';
import { assignCase } from './assign-case.ts';
import { closeCase } from './close-case.ts';
import { createCase } from './create-case.ts';
import { giveReason } from './give-reason.ts';
import { caseOfConversation } from './of-conversation.ts';
import { markAngry } from './mark-angry.ts';
import { noteSpoken } from './note-spoken.ts';
import { planCall } from './plan-call.ts';
import { reopenCase } from './reopen-case.ts';
import { showCase } from './show-case.ts';

type Listing = `${string}/api/cases/${'fields' | 'list' | 'count' | 'export'}`;

export const caseHandlers: Omit<Handlers<typeof casesApi>, Listing> = {
  'POST /api/cases': createCase,
  'GET /api/cases/of-conversation/{conversationId}': caseOfConversation,
  'GET /api/cases/{id}': showCase,
  'PUT /api/cases/{id}/reason': giveReason,
  'PUT /api/cases/{id}/owner': assignCase,
  'PUT /api/cases/{id}/call': planCall,
  'POST /api/cases/{id}/spoken': noteSpoken,
  'PUT /api/cases/{id}/mood': markAngry,
  'POST /api/cases/{id}/close': closeCase,
  'POST /api/cases/{id}/reopen': reopenCase,
};
