import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Dealer = OutputOf<typeof api, 'GET /api/dealers/{id}'>;
export type Counted = OutputOf<typeof api, 'GET /api/dealers/{id}/settlement'>;
export type Batch = OutputOf<typeof api, 'GET /api/card-batches/{id}'>;
export type Card = OutputOf<typeof api, 'GET /api/cards/{series}/{number}'>;
export type Cabinet = OutputOf<typeof api, 'GET /api/cabinet'>;
export type Deed = Batch['deeds'][number];
export type Commission = Dealer['commissions'][number];

export const dealerPaths = ['/api/dealers'];
export const cardPaths = ['/api/card-batches', '/api/cards', '/api/dealers'];
export const cabinetPaths = ['/api/cabinet'];
