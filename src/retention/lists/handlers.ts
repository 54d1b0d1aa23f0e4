import type { Handlers } from '../../kernel/wiring.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { changeTrialSettings } from '../trial/change-trial-settings.ts';
import { showTrialSettings } from '../trial/show-trial-settings.ts';
import { endList } from './end-list.ts';
import { finishTask } from './finish-task.ts';
import { listLists } from './list-lists.ts';
import { listPeople } from './list-people.ts';
import { showList } from './show-list.ts';
import { showTask } from './show-task.ts';
import { startList } from './start-list.ts';
import { takeTask } from './take-task.ts';

export const careListHandlers: Handlers<typeof careListsApi> = {
  'GET /api/care-lists': listLists,
  'POST /api/care-lists': startList,
  'GET /api/care-lists/{id}': showList,
  'GET /api/care-lists/{id}/people': listPeople,
  'POST /api/care-lists/{id}/end': endList,
  'GET /api/care-tasks/{id}': showTask,
  'PUT /api/care-tasks/{id}/owner': takeTask,
  'PUT /api/care-tasks/{id}': finishTask,
  'GET /api/trial-settings': showTrialSettings,
  'PUT /api/trial-settings': changeTrialSettings,
};
