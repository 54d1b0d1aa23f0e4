import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type TrialBalance = OutputOf<typeof api, 'GET /api/ledger/trial-balance'>;
