import { boardApi } from './board.ts';
import { pipelinesApi } from './pipelines.ts';
import { sellingApi } from './selling.ts';
import { settingsApi } from './settings.ts';
import { tasksApi } from './tasks.ts';

/** How deals are worked on: where they stand, what that asks for, and how it is set. */
export const workingApi = {
  ...pipelinesApi,
  ...settingsApi,
  ...boardApi,
  ...tasksApi,
  ...sellingApi,
};
