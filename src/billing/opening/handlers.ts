import type { Handlers } from '../../kernel/wiring.ts';
import type { openingApi } from '../api/opening.ts';
import { addLine } from './add-line.ts';
import { closeAccount } from './close-account.ts';
import { closeLine } from './close-line.ts';
import { openAccount } from './open-account.ts';

/** Accounts that begin and end here, and their lines. */
export const openingHandlers: Handlers<typeof openingApi> = {
  'POST /api/accounts': openAccount,
  'POST /api/accounts/{id}/lines': addLine,
  'DELETE /api/accounts/{id}/lines/{lineId}': closeLine,
  'POST /api/accounts/{id}/close': closeAccount,
};
