import type { Handlers } from '../../kernel/wiring.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import type { playsApi } from '../api/plays.ts';
import { addPlay } from './add-play.ts';
import { changePlay } from './change-play.ts';
import { finishTask } from './finish-task.ts';
import { listPlays } from './list-plays.ts';
import { listTasks } from './list-tasks.ts';
import { reopenTask } from './reopen-task.ts';
import { changePlaySettings, showPlaySettings } from './settings.ts';
import { showTask } from './show-task.ts';
import { switchPlay } from './switch-play.ts';
import { takeTask } from './take-task.ts';
import { taskOfSubscriber } from './task-of-subscriber.ts';
import { tryPlay } from './try-play.ts';

export const playHandlers: Handlers<typeof playsApi> & Handlers<typeof playTasksApi> = {
  'GET /api/plays': listPlays,
  'POST /api/plays': addPlay,
  'PUT /api/plays/{id}': changePlay,
  'POST /api/plays/{id}/switch': switchPlay,
  'POST /api/plays/{id}/try': tryPlay,
  'GET /api/play-settings': showPlaySettings,
  'PUT /api/play-settings': changePlaySettings,
  'GET /api/play-tasks': listTasks,
  'GET /api/play-tasks/{id}': showTask,
  'GET /api/play-tasks/of-subscriber/{subscriberId}': taskOfSubscriber,
  'PUT /api/play-tasks/{id}/owner': takeTask,
  'POST /api/play-tasks/{id}/outcome': finishTask,
  'POST /api/play-tasks/{id}/reopen': reopenTask,
};
