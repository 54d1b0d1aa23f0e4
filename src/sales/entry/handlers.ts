import type { Handlers } from '../../kernel/wiring.ts';
import type { tasksApi } from '../api/tasks.ts';
import { finishTask } from './finish-task.ts';
import { listTasks } from './list-tasks.ts';

export const taskHandlers: Handlers<typeof tasksApi> = {
  'GET /api/deal-tasks': listTasks,
  'PUT /api/deal-tasks/{id}': finishTask,
};
