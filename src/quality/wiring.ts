import { fill } from '../kernel/slots.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { api, errors } from './api.ts';
import { ensureCards } from './cards/ensure-cards.ts';
import { cardHandlers } from './cards/handlers.ts';

export const wiring = defineWiring({
  domain: 'quality',
  api,
  errors,
  handlers: { ...cardHandlers },
  permissions: ['quality.view', 'quality.manage'],
  fills: [
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, {
      supervisor: { 'quality.view': 'all', 'quality.manage': 'all' },
      agent: { 'quality.view': 'own' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureCards(installation.systemCtx(operator, 'start'));
  }
}
