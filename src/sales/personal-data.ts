import { fill } from '../kernel/slots.ts';
import { erasers, personalDataSources } from '../subscribers/index.ts';
import { personalData as careData } from './care/personal-data.ts';
import { personalData as connectingData } from './connecting/personal-data.ts';
import { eraser, personalData as dealData } from './deals/personal-data.ts';
import { personalData as guidedData } from './guided/personal-data.ts';
import { eraser as leadEraser, personalData as leadData } from './leads/personal-data.ts';
import { personalData as pitchData } from './pitches/personal-data.ts';
import { personalData as quoteData } from './quotes/personal-data.ts';

const told = [pitchData, dealData, guidedData, leadData, quoteData, ...connectingData, careData];

/** What of sales a person is told of, and what an erasure takes. */
export const personalFills = [
  ...told.map((source) => fill(personalDataSources, source)),
  fill(erasers, leadEraser),
  fill(erasers, eraser),
];
