import { formatNumber } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call } from './client.ts';
import { followChange } from './follow-change.ts';

/** Takes a change of many back to its end, and says how many stayed as somebody has made them. */
export const useTakeBack = (entity: string): ((id: number) => Promise<void>) => {
  const t = useTexts('work');
  const refresh = useRefresh();
  return async (id) => {
    const begun = await call('POST /api/{entity}/bulk-changes/{id}/undo', { entity, id });
    const { kept, state } = await followChange(entity, begun);
    await refresh(`/api/${entity}`, '/api/{entity}');
    if (state === 'stopped') notifyDone(t('bulk.stopped'));
    if (kept > 0) notifyDone(t('bulk.kept', { count: kept, shown: formatNumber(kept) }));
  };
};
