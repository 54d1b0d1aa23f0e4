import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import type { Target } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import type { BulkFields } from './bulk-fields.ts';
import { followChange, type BulkChange } from './follow-change.ts';
import { useTakeBack } from './use-take-back.ts';

/** Changes many to the end, tells how far it is, and offers the way back when it is done. */
export const useChangeMany = (target: Target, onClose: (isDone: boolean) => void) => {
  const t = useTexts('subscribers');
  const refresh = useRefresh();
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<BulkChange | null>(null);

  const tell = ({ id, changed }: BulkChange): void => {
    if (changed === 0) notifyDone(t('bulk.nothing'));
    else {
      const text = t('bulk.done', { count: changed, shown: formatNumber(changed) });
      undoToast({ text, undo: () => takeBack(id) });
    }
  };
  const change = async (fields: BulkFields): Promise<void> => {
    setBusy(true);
    try {
      const begun = await call('POST /api/subscribers/bulk-changes', { target, fields });
      const ended = await followChange(begun, setProgress);
      await refresh('/api/subscribers');
      tell(ended);
      onClose(true);
    } catch (failure) {
      notifyProblem(failure);
    }
    setBusy(false);
  };
  return { isBusy, progress, run: (fields: BulkFields) => void change(fields) };
};
