import { listHandlers } from '../../kernel/list/list-handlers.ts';
import type { Handlers } from '../../kernel/wiring.ts';
import type { dunningApi } from '../api/dunning.ts';
import { changeDunning, showDunningSettings, switchDunning } from './change-dunning.ts';
import { goOn, leaveInPeace } from './leave-in-peace.ts';
import { debtorList } from './list-debtors.ts';
import { noteCalled } from './note-called.ts';
import { showDunning } from './show-dunning.ts';
import { sumDebts } from './sum-debts.ts';
import { tryDunning } from './try-dunning.ts';

export const dunningHandlers: Handlers<typeof dunningApi> = {
  ...listHandlers(debtorList),
  'GET /api/debtors/sums': sumDebts,
  'GET /api/accounts/{id}/dunning': showDunning,
  'PUT /api/accounts/{id}/dunning-pause': leaveInPeace,
  'DELETE /api/accounts/{id}/dunning-pause': goOn,
  'POST /api/accounts/{id}/dunning-call': noteCalled,
  'GET /api/dunning-settings': showDunningSettings,
  'PUT /api/dunning-settings': changeDunning,
  'POST /api/dunning-settings/trial': tryDunning,
  'POST /api/dunning-settings/switch': switchDunning,
};
