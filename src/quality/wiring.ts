import { fill } from '../kernel/slots.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { erasers } from '../subscribers/index.ts';
import { homeCards } from '../work/index.ts';
import { api, errors } from './api.ts';
import { ensureFirst } from './ensure-first.ts';
import { handlers } from './handlers.ts';
import { lostCard } from './home-card.ts';
import { lostTick } from './lost/count-months.ts';
import { wordsEraser } from './personal-data.ts';
import { sampleTick } from './sampling/draw-week.ts';

const permissions = [
  'quality.view',
  'quality.review',
  'quality.manage',
  'quality.audit',
  'quality.lost',
  'quality.lost_rows',
] as const;

export const wiring = defineWiring({
  domain: 'quality',
  api,
  errors,
  handlers,
  permissions,
  ticks: [sampleTick, lostTick],
  fills: [
    fill(homeCards, lostCard),
    fill(startup, { role: 'any', run: start }),
    fill(erasers, wordsEraser),
    fill(startingGrants, {
      supervisor: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
      agent: { 'quality.view': 'own' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureFirst(installation.systemCtx(operator, 'start'));
  }
}
