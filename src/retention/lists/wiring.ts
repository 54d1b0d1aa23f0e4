import { liveSubjects } from '../../kernel/live/audience.ts';
import { fill } from '../../kernel/slots.ts';
import { normKinds } from '../../norms/index.ts';
import { erasers, personalDataSources } from '../../subscribers/index.ts';
import { taskSources } from '../../work/index.ts';
import { careLiveReach } from './live-events.ts';
import { careNorm } from './open-tasks.ts';
import { careEraser, toldOfCare } from './personal-data.ts';
import { careTasks } from './task-source.ts';

export const careFills = [
  fill(normKinds, careNorm),
  fill(taskSources, careTasks),
  fill(liveSubjects, careLiveReach),
  fill(personalDataSources, toldOfCare),
  fill(erasers, careEraser),
];
