import type { Handlers } from '../../kernel/wiring.ts';
import type { priceChangesApi } from '../api/price-changes.ts';
import { announceChange } from './announce-change.ts';
import { cancelChange } from './cancel-change.ts';
import { listChanges } from './list-changes.ts';
import { listUnreached } from './list-unreached.ts';
import { planChange } from './plan-change.ts';
import { tellByPerson } from './tell-by-person.ts';
import { previewChange } from './preview-change.ts';

export const priceChangeHandlers: Handlers<typeof priceChangesApi> = {
  'GET /api/price-changes': listChanges,
  'GET /api/price-changes/preview': previewChange,
  'POST /api/price-changes': planChange,
  'POST /api/price-changes/{id}/announce': announceChange,
  'POST /api/price-changes/{id}/cancel': cancelChange,
  'GET /api/price-changes/{id}/unreached': listUnreached,
  'POST /api/price-changes/{id}/told': tellByPerson,
};
