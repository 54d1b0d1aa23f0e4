import type { Handlers } from '../../kernel/wiring.ts';
import type { membersApi } from '../api/members.ts';
import { listHouseholds } from './list-households.ts';
import { poolPoints, unpoolPoints } from './pool-points.ts';
import { showPoints } from './show-points.ts';

export const memberHandlers: Handlers<typeof membersApi> = {
  'GET /api/subscribers/{id}/points': showPoints,
  'GET /api/subscribers/{id}/households': listHouseholds,
  'POST /api/subscribers/{id}/pool': poolPoints,
  'POST /api/subscribers/{id}/unpool': unpoolPoints,
};
