import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite, usePages } = hooks(call);

export type Home = OutputOf<typeof api, 'GET /api/home'>;
