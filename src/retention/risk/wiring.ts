import { leaversExpected } from '../../billing/index.ts';
import { listExtensions } from '../../kernel/list/entity.ts';
import { fill } from '../../kernel/slots.ts';
import { cardParts, erasers, passingNotes, personalDataSources } from '../../subscribers/index.ts';
import { trainMonthly } from './ask-for-training.ts';
import { riskPart } from './card-part.ts';
import { riskOfSubscribers } from './list-risks.ts';
import { eraser, passing, personalData } from './personal-data.ts';
import { leaversAmong } from './leavers-among.ts';
import { scoreRisk } from './score-risk.ts';
import { trainRisk } from './train-risk.ts';

export const riskJobs = [scoreRisk, trainRisk, trainMonthly];
export const riskFills = [
  fill(cardParts, riskPart),
  fill(leaversExpected, leaversAmong),
  fill(listExtensions, riskOfSubscribers),
  fill(personalDataSources, personalData),
  fill(erasers, eraser),
  fill(passingNotes, passing),
];
