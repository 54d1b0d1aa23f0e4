import type { Handlers } from '../../kernel/wiring.ts';
import type { connectingApi } from '../api/connecting.ts';
import type { visitsApi } from '../api/visits.ts';
import { visitHandlers } from '../visits/handlers.ts';
import { connectDeal } from './connect-deal.ts';
import { handEquipment } from './hand-equipment.ts';
import { listAlike } from './list-alike.ts';
import { returnEquipment } from './return-equipment.ts';
import { showOrder } from './show-order.ts';
import { undoConnection } from './undo-connection.ts';

export const connectingHandlers: Handlers<typeof connectingApi & typeof visitsApi> = {
  ...visitHandlers,
  'POST /api/deals/{id}/connect': connectDeal,
  'POST /api/deals/{id}/connect/undo': undoConnection,
  'GET /api/deals/{id}/alike': listAlike,
  'GET /api/deals/{id}/order': showOrder,
  'POST /api/deals/{id}/equipment': handEquipment,
  'POST /api/deals/{id}/equipment/{equipmentId}/return': returnEquipment,
};
