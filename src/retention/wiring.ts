import { defineWiring } from '../kernel/wiring.ts';
import { api, errors } from './api.ts';

export const wiring = defineWiring({
  domain: 'retention',
  api,
  errors,
  handlers: {},
  permissions: [],
  liveEvents: {},
  fills: [],
});
