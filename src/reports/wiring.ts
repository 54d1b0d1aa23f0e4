import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { homeCards } from '../work/index.ts';
import { figuresCard } from './home-card.ts';
import { api, errors } from './api.ts';
import { handlers } from './handlers.ts';
import { nightTick } from './night/run-night.ts';
import { scheduleTick } from './schedules/schedule-tick.ts';

const permissions = [
  'reports.view',
  'reports.rows',
  'reports.export',
  'reports.schedules',
] as const;

export const wiring = defineWiring({
  domain: 'reports',
  api,
  errors,
  handlers,
  permissions,
  ticks: [nightTick, scheduleTick],
  fills: [
    fill(homeCards, figuresCard),
    fill(startingGrants, {
      supervisor: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
    }),
  ],
});
