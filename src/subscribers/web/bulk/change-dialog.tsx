import { Modal } from '@mantine/core';
import { formatNumber } from '../../../ui/format.ts';
import { Progress } from '../../../ui/show/progress.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import type { Target } from '../../../ui/table/contract.ts';
import { countText } from '../../../ui/table/count-text.ts';
import { useFields } from '../../../ui/table/source.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { ChangeForm } from './change-form.tsx';
import { useChangeMany } from './use-change-many.ts';

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
