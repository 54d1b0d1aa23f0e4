import { Modal } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../ui/format.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { Progress } from '../../../ui/show/progress.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { countText } from '../../../ui/table/count-text.ts';
import { useFields } from '../../../ui/table/source.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, useRead } from '../client.ts';
import type { BulkFields } from './bulk-fields.ts';
import { ChangeForm } from './change-form.tsx';
import { followChange, type BulkChange } from './follow-change.ts';
import { useTakeBack } from './use-take-back.ts';

type Props = {
  target: Target;
  /** Told whether something was changed. */
  onClose: (isDone: boolean) => void;
};

/**
 * Sets one field of many subscribers: says how many before, how far it is while it goes on, and
 * offers the way back after. Closed meanwhile, the change goes on.
 */
export const ChangeDialog = ({ target, onClose }: Props) => {
  const t = useTexts('subscribers');
  const { data: list } = useFields('subscribers');
  const preview = useRead('POST /api/subscribers/bulk-changes/preview', { target });
  const { progress, isBusy, run } = useChangeMany(target, onClose);
  const count = preview.data?.count ?? 0;
  return (
    <Modal opened onClose={() => onClose(isBusy)} title={t('bulk.title')} size={440}>
      {preview.isError ? <ErrorState failure={preview.error} /> : null}
      {progress ? (
        <>
          <Progress label={t('bulk.title')} share={progress.changed / Math.max(1, count)}>
            {t('bulk.progress', { done: formatNumber(progress.changed), all: formatNumber(count) })}
          </Progress>
          <p className="dim">{t('bulk.mayClose')}</p>
        </>
      ) : (
        <ChangeForm
          fields={list?.fields ?? []}
          countText={preview.data ? t('bulk.count', { count, shown: countText(preview.data) }) : ''}
          isBusy={isBusy}
          onRun={run}
        />
      )}
    </Modal>
  );
};

const useChangeMany = (target: Target, onClose: (isDone: boolean) => void) => {
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
