import { liveSubjects } from '../../kernel/live/audience.ts';
import { fill } from '../../kernel/slots.ts';
import { normKinds } from '../../norms/index.ts';
import { erasers, personalDataSources } from '../../subscribers/index.ts';
import { taskSources } from '../../work/index.ts';
import { taskLiveReach } from './live-events.ts';
import { playNorm } from './norm.ts';
import { playEraser, toldOfPlays } from './personal-data.ts';
import { playTasks } from './task-source.ts';

export const playFills = [
  fill(normKinds, playNorm),
  fill(taskSources, playTasks),
  fill(liveSubjects, taskLiveReach),
  fill(personalDataSources, toldOfPlays),
  fill(erasers, playEraser),
];
