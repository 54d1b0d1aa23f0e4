import { fill } from '../../kernel/slots.ts';
import { normKinds } from '../../norms/index.ts';
import { erasers, personalDataSources } from '../../subscribers/index.ts';
import { careNorm } from './open-tasks.ts';
import { careEraser, toldOfCare } from './personal-data.ts';

export const careFills = [
  fill(normKinds, careNorm),
  fill(personalDataSources, toldOfCare),
  fill(erasers, careEraser),
];
