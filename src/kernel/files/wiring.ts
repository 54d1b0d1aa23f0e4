import { startup } from '../runtime/startup.ts';
import { fill } from '../slots.ts';
import { defineWiring } from '../wiring.ts';
import { eraseFiles } from './erase-files.ts';
import { sweepTemporary } from './sweep-temporary.ts';

export const wiring = defineWiring({
  domain: 'files',
  jobs: [eraseFiles],
  fills: [fill(startup, { role: 'any', run: sweepTemporary })],
});
