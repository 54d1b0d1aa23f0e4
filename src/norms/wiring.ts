import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { api, errors } from './api.ts';
import { changeCalendar } from './change-calendar.ts';
import { changeNorm } from './change-norm.ts';
import { createCalendar } from './create-calendar.ts';
import { ensureNorms } from './ensure-norms.ts';
import { listNorms } from './queries.ts';
import { removeCalendar } from './remove-calendar.ts';

export const wiring = defineWiring({
  domain: 'norms',
  api,
  errors,
  handlers: {
    'GET /api/norms': listNorms,
    'PUT /api/norms/{id}': changeNorm,
    'POST /api/calendars': createCalendar,
    'PUT /api/calendars/{id}': changeCalendar,
    'DELETE /api/calendars/{id}': removeCalendar,
  },
  permissions: ['norms.edit'],
  liveEvents: { 'norms.norm_changed': 'signed-in', 'norms.calendar_changed': 'signed-in' },
  fills: [fill(startup, { role: 'any', run: start })],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureNorms(installation.systemCtx(operator, 'start'));
  }
}
