import type { Handlers } from '../../kernel/wiring.ts';
import type { lostApi } from '../api/lost.ts';
import { listContacts } from './list-contacts.ts';
import { showLost } from './show-lost.ts';
import { showWaits } from './show-waits.ts';

export const lostHandlers: Handlers<typeof lostApi> = {
  'GET /api/money-lost': showLost,
  'GET /api/money-lost/waits': showWaits,
  'GET /api/money-lost/{process}/contacts': listContacts,
};
