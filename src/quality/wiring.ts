import { fill } from '../kernel/slots.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { erasers } from '../subscribers/index.ts';
import { api, errors } from './api.ts';
import { ensureCards } from './cards/ensure-cards.ts';
import { handlers } from './handlers.ts';
import { wordsEraser } from './personal-data.ts';
import { sampleTick } from './sampling/draw-week.ts';

export const wiring = defineWiring({
  domain: 'quality',
  api,
  errors,
  handlers,
  permissions: ['quality.view', 'quality.review', 'quality.manage'],
  ticks: [sampleTick],
  fills: [
    fill(startup, { role: 'any', run: start }),
    fill(erasers, wordsEraser),
    fill(startingGrants, {
      supervisor: { 'quality.view': 'all', 'quality.review': 'all', 'quality.manage': 'all' },
      agent: { 'quality.view': 'own' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureCards(installation.systemCtx(operator, 'start'));
  }
}
