import { Modal } from '@mantine/core';
import { formatNumber } from '../../../ui/format.ts';
import { Progress } from '../../../ui/show/progress.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { countText } from '../../../ui/table/count-text.ts';
import { useFields } from '../../../ui/table/source.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type BulkList, useRead } from './client.ts';
import { ChangeForm } from './change-form.tsx';
import { useChangeMany } from './use-change-many.ts';

type Props = {
  list: BulkList;
  target: Target;
  /** Told whether something was changed. */
  onClose: (isDone: boolean) => void;
};

/**
 * Sets one field of many rows: says how many before, how far it is while it goes on, and
 * offers the way back after. Closed meanwhile, the change goes on.
 */
export const ChangeDialog = ({ list: of, target, onClose }: Props) => {
  const { entity } = of;
  const t = useTexts('work');
  const { data: list } = useFields(entity);
  const preview = useRead('POST /api/{entity}/bulk-changes/preview', { entity, target });
  const { progress, isBusy, run } = useChangeMany(entity, target, onClose);
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
          list={of}
          fields={list?.fields ?? []}
          countText={preview.data ? t('bulk.count', { count, shown: countText(preview.data) }) : ''}
          isBusy={isBusy}
          onRun={run}
        />
      )}
    </Modal>
  );
};
