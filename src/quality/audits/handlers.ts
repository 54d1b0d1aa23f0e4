import type { Handlers } from '../../kernel/wiring.ts';
import type { auditsApi } from '../api/audits.ts';
import { addEvidence, removeEvidence } from './add-evidence.ts';
import { checklistHandlers } from './checklist-handlers.ts';
import { dropAudit } from './drop-audit.ts';
import { finishAudit } from './finish-audit.ts';
import { listAudits } from './list-audits.ts';
import { recordFinding } from './record-finding.ts';
import { showAudit } from './show-audit.ts';
import { startAudit } from './start-audit.ts';
import { stepHandlers } from './step-handlers.ts';

export const auditHandlers: Handlers<typeof auditsApi> = {
  ...checklistHandlers,
  'GET /api/quality-audits': listAudits,
  'POST /api/quality-audits': startAudit,
  'GET /api/quality-audits/{id}': showAudit,
  'PUT /api/quality-audits/{id}/findings/{point}': recordFinding,
  'POST /api/quality-audits/{id}/evidence': addEvidence,
  'DELETE /api/quality-evidence/{id}': removeEvidence,
  'POST /api/quality-audits/{id}/finish': finishAudit,
  'DELETE /api/quality-audits/{id}': dropAudit,
  ...stepHandlers,
};
