import { addChecklist } from './add-checklist.ts';
import { changeChecklist } from './change-checklist.ts';
import { listChecklists } from './list-checklists.ts';

export const checklistHandlers = {
  'GET /api/quality-checklists': listChecklists,
  'POST /api/quality-checklists': addChecklist,
  'PUT /api/quality-checklists/{id}': changeChecklist,
};
