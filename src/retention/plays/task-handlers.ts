import type { Handlers } from '../../kernel/wiring.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { finishTask } from './finish-task.ts';
import { reopenTask } from './reopen-task.ts';
import { showTask } from './show-task.ts';
import { takeTask } from './take-task.ts';
import { taskOfSubscriber } from './task-of-subscriber.ts';

export const taskHandlers: Handlers<typeof playTasksApi> = {
  'GET /api/play-tasks/{id}': showTask,
  'GET /api/play-tasks/of-subscriber/{subscriberId}': taskOfSubscriber,
  'PUT /api/play-tasks/{id}/owner': takeTask,
  'POST /api/play-tasks/{id}/outcome': finishTask,
  'POST /api/play-tasks/{id}/reopen': reopenTask,
};
