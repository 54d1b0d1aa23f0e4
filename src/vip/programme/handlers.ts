import type { Handlers } from '../../kernel/wiring.ts';
import type { programmeApi } from '../api/programme.ts';
import { changeClient } from '../leading/change-client.ts';
import { changePersonalManager } from '../leading/change-personal-manager.ts';
import { firstToRing } from '../leading/first-to-ring.ts';
import { listPersonalManagers } from '../leading/list-personal-managers.ts';
import { askOverride } from './ask-override.ts';
import { changeRules } from './change-rules.ts';
import { decideOverride } from './decide-override.ts';
import { showClient } from './show-client.ts';
import { showRules } from './show-rules.ts';
import { tryRules } from './try-rules.ts';

type Listing = `${string}/api/vip/${'fields' | 'list' | 'count' | 'export'}`;

export const programmeHandlers: Omit<Handlers<typeof programmeApi>, Listing> = {
  'GET /api/vip/{id}': showClient,
  'PUT /api/vip/{id}': changeClient,
  'POST /api/vip/{id}/overrides': askOverride,
  'POST /api/vip/{id}/overrides/{overrideId}/decide': decideOverride,
  'GET /api/vip-settings': showRules,
  'PUT /api/vip-settings': changeRules,
  'POST /api/vip-settings/try': tryRules,
  'GET /api/vip-managers': listPersonalManagers,
  'PUT /api/vip-managers/{staffId}': changePersonalManager,
  'GET /api/vip-ring': firstToRing,
};
