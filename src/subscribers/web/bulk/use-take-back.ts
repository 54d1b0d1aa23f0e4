import { formatNumber } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import { followChange } from './follow-change.ts';

/** Takes a change of many back to its end, and says how many stayed as somebody has made them. */
export const useTakeBack = (): ((id: number) => Promise<void>) => {
  const t = useTexts('subscribers');
  const refresh = useRefresh();
  return async (id) => {
    const begun = await call('POST /api/subscribers/bulk-changes/{id}/undo', { id });
    const { kept } = await followChange(begun);
    await refresh('/api/subscribers');
    if (kept > 0) notifyDone(t('bulk.kept', { count: kept, shown: formatNumber(kept) }));
  };
};
