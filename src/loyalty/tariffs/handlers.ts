import type { Handlers } from '../../kernel/wiring.ts';
import type { tariffsApi } from '../api/tariffs.ts';
import { giveTariff } from './give-tariff.ts';
import { leaveTariff } from './leave-tariff.ts';
import { listTariffs } from './list-tariffs.ts';
import { noteAgentTold } from './note-agent-told.ts';

export const tariffHandlers: Handlers<typeof tariffsApi> = {
  'GET /api/subscribers/{id}/friend-tariffs': listTariffs,
  'POST /api/subscribers/{id}/friend-tariffs': giveTariff,
  'POST /api/subscribers/{id}/friend-tariffs/leave': leaveTariff,
  'POST /api/subscribers/{id}/friend-tariffs/told': noteAgentTold,
};
