import { useLiveRefresh } from '../../../ui/live.ts';
import type { CorrectionQueue } from '../../api/correction-kinds.ts';
import { usePages } from '../client.ts';

/** A queue of corrections, page after page, as it is now. */
export const useQueue = (queue: CorrectionQueue) => {
  useLiveRefresh(['billing.*'], ['/api/corrections']);
  return usePages('GET /api/corrections', { queue });
};
