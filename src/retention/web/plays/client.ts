import { caller, type InputOf, type OutputOf } from '../../../ui/call.ts';
import { hooks } from '../../../ui/query.ts';
import { taskListPaths } from '../../../work/web/index.tsx';
import type { playTasksApi } from '../../api/play-tasks.ts';
import type { playsApi } from '../../api/plays.ts';

type Api = typeof playsApi & typeof playTasksApi;

const call = caller<Api>();
export const { useRead, useWrite } = hooks(call);

export type Play = OutputOf<Api, 'GET /api/plays'>['plays'][number];
export type Trial = OutputOf<Api, 'POST /api/plays/{id}/try'>;
export type Task = OutputOf<Api, 'GET /api/play-tasks/{id}'>;
export type PlayFields = InputOf<Api, 'POST /api/plays'>;

export const playPaths = ['/api/plays'];
export const taskPaths = ['/api/play-tasks', '/api/subscribers/{id}', ...taskListPaths];
export type Limits = OutputOf<Api, 'GET /api/play-settings'>;
export type Results = OutputOf<Api, 'GET /api/play-results'>;
