import type { Handlers } from '../../kernel/wiring.ts';
import type { sheetApi } from '../api/sheet.ts';
import { answerEscalation } from './answer-escalation.ts';
import { escalate } from './escalate.ts';
import { listEscalations } from './list-escalations.ts';
import { listLeaders } from './list-leaders.ts';
import { showSheet } from './show-sheet.ts';
import { tickLine, untickLine } from './tick-line.ts';

export const sheetHandlers: Handlers<typeof sheetApi> = {
  'GET /api/vip-sheet': showSheet,
  'PUT /api/vip-sheet/{id}/ticks': tickLine,
  'DELETE /api/vip-sheet/{id}/ticks': untickLine,
  'GET /api/vip-leaders': listLeaders,
  'GET /api/vip-escalations': listEscalations,
  'POST /api/vip/{id}/escalations': escalate,
  'POST /api/vip-escalations/{id}/answer': answerEscalation,
};
