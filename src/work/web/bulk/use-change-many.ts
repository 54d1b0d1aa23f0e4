import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import type { Target } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type BulkChange, call } from './client.ts';
import { followChange } from './follow-change.ts';
import { useTakeBack } from './use-take-back.ts';

/** Changes many to the end, tells how far it is, and offers the way back when it is done. */
export const useChangeMany = (
  entity: string,
  target: Target,
  onClose: (isDone: boolean) => void,
) => {
  const t = useTexts('work');
  const refresh = useRefresh();
  const takeBack = useTakeBack(entity);
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<BulkChange | null>(null);

  const tell = ({ id, changed, state }: BulkChange): void => {
    if (state === 'stopped') notifyDone(t('bulk.stopped'));
    else if (changed === 0) notifyDone(t('bulk.nothing'));
    else {
      const text = t('bulk.done', { count: changed, shown: formatNumber(changed) });
      undoToast({ text, undo: () => takeBack(id) });
    }
  };
  const change = async (fields: Record<string, unknown>): Promise<void> => {
    setBusy(true);
    try {
      const begun = await call('POST /api/{entity}/bulk-changes', { entity, target, fields });
      const ended = await followChange(entity, begun, setProgress);
      await refresh(`/api/${entity}`, '/api/{entity}');
      tell(ended);
      onClose(true);
    } catch (failure) {
      notifyProblem(failure);
    }
    setBusy(false);
  };
  return { isBusy, progress, run: (fields: Record<string, unknown>) => void change(fields) };
};
