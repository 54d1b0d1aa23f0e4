import type { Handlers } from '../../kernel/wiring.ts';
import type { ownPageApi } from '../api/own-page.ts';
import { offerPage } from './offer-page.ts';
import { renewPage } from './renew-page.ts';
import { sendPage } from './send-page.ts';
import { showOwnPage } from './show-own-page.ts';

export const ownPageHandlers: Handlers<typeof ownPageApi> = {
  'GET /api/subscribers/{id}/own-page': offerPage,
  'POST /api/subscribers/{id}/own-page/send': sendPage,
  'POST /api/subscribers/{id}/own-page/renew': renewPage,
  'GET /api/public/points/{key}': showOwnPage,
};
