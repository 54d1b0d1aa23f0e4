import { startup } from '../runtime/startup.ts';
import { fill } from '../slots.ts';
import { defineWiring } from '../wiring.ts';
import { eraseFiles } from './erase-files.ts';
import { sweepBegun, sweepBegunAtStart } from './sweep-begun.ts';
import { sweepTemporary } from './sweep-temporary.ts';

export const wiring = defineWiring({
  domain: 'files',
  jobs: [eraseFiles],
  ticks: [{ name: 'files.begun', everySeconds: 3600, run: sweepBegun, isOwnTransactions: true }],
  fills: [
    fill(startup, { role: 'any', run: sweepTemporary }),
    fill(startup, { role: 'any', run: sweepBegunAtStart }),
  ],
});
