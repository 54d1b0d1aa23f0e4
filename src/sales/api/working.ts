import { boardApi } from './board.ts';
import { careApi } from './care.ts';
import { economicsApi } from './economics.ts';
import { forecastApi } from './forecast.ts';
import { pipelinesApi } from './pipelines.ts';
import { sellingApi } from './selling.ts';
import { sendingApi } from './sending.ts';
import { settingsApi } from './settings.ts';
import { tasksApi } from './tasks.ts';

/** How deals are worked on: where they stand, what that asks for, how it is set and turns out. */
export const workingApi = {
  ...pipelinesApi,
  ...settingsApi,
  ...boardApi,
  ...tasksApi,
  ...sendingApi,
  ...careApi,
  ...sellingApi,
  ...forecastApi,
  ...economicsApi,
};
