import { useLiveRefresh } from '../../../ui/live.ts';
import { useRead } from '../api.ts';

/** What was missed while the stream was broken is found by asking, at least this often. */
export const ASK_EVERY_MS = 20_000;

/** The request that is put before me, and what the room has left lying. */
export const useOffer = () => {
  useLiveRefresh(['conversations.*'], ['/api/conversations/offer']);
  const { data, refetch } = useRead('GET /api/conversations/offer', {}, { staleMs: ASK_EVERY_MS });
  return { told: data, refetch };
};
