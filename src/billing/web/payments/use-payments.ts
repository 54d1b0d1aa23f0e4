import { useLiveRefresh } from '../../../ui/live.ts';
import type { InputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { usePages } from '../client.ts';

export type Asked = Pick<InputOf<typeof api, 'GET /api/payments'>, 'q' | 'state' | 'sourceId'>;

/** Payments that fit, the latest first, page after page, as they are now. */
export const usePayments = (asked: Asked) => {
  useLiveRefresh(['billing.*'], ['/api/payments', '/api/payment-conflicts']);
  return usePages('GET /api/payments', asked, { isKept: true });
};
