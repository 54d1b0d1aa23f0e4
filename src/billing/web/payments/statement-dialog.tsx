import { Button, Modal, Select } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { upload } from '../../../ui/upload.ts';
import type { StatementPreview, StatementTally } from '../client.ts';
import css from './payments.module.css';
import { type Columns, StatementColumns } from './statement-columns.tsx';
import { StatementLines } from './statement-lines.tsx';

type Props = { file: File; banks: readonly { id: number; name: string }[]; onClose: () => void };

const usePreview = (file: File, input: { sourceId: number } & Columns) =>
  useQuery({
    queryKey: ['statement', file.name, file.lastModified, input],
    queryFn: async () =>
      (await upload('POST /api/payments/statements/preview', file, input)) as StatementPreview,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** How many lines will be credited, held for a person to place, or looked at by one before. */
function countsOf(lines: StatementPreview['lines']) {
  const count = (of: StatementPreview['lines'][number]['state']): number =>
    lines.filter(({ state }) => state === of).length;
  const [credited, held, doubted] = [count('recognised'), count('unknown'), count('doubted')];
  return { credited, held, doubted, fresh: credited + held + doubted };
}

/** What a statement would bring, and the button that credits it. */
export const StatementDialog = ({ file, banks, onClose }: Props) => {
  const t = useTexts('billing');
  const client = useQueryClient();
  const [sourceId, setSourceId] = useState(banks[0]?.id ?? 0);
  const [columns, setColumns] = useState<Columns | null>(null);
  const [tally, setTally] = useState<StatementTally | null>(null);
  const [isBusy, setBusy] = useState(false);
  const shown = usePreview(file, { sourceId, ...columns });
  const load = async (): Promise<void> => {
    setBusy(true);
    try {
      const made = await upload('POST /api/payments/statements', file, {
        sourceId,
        ...columns,
      });
      setTally(made as StatementTally);
      await client.invalidateQueries();
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const counts = countsOf(shown.data?.lines ?? []);
  return (
    <Modal opened onClose={onClose} title={t('bank.title', { name: file.name })} size={960}>
      <div className={css.column}>
        {banks.length > 1 && tally === null ? (
          <Select
            label={t('payments.source')}
            data={banks.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(sourceId)}
            onChange={(value) => setSourceId(Number(value))}
            allowDeselect={false}
          />
        ) : null}
        {shown.error ? (
          <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} />
        ) : null}
        {tally === null ? null : <p>{t('bank.done', { ...tally })}</p>}
        {shown.data?.format === 'table' && tally === null ? (
          <StatementColumns
            heading={shown.data.heading}
            columns={columns ?? shown.data.columns}
            onChange={setColumns}
          />
        ) : null}
        {shown.data && tally === null ? (
          <>
            <StatementLines preview={shown.data} />
            <p>{t('bank.will', counts)}</p>
          </>
        ) : null}
        <div className={css.bar}>
          {tally === null ? (
            <Button
              variant="filled"
              loading={isBusy}
              disabled={counts.fresh === 0 || shown.isFetching || shown.error !== null}
              onClick={() => void load()}
            >
              {t('bank.apply')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t(tally === null ? 'bank.cancel' : 'bank.close')}</Button>
        </div>
      </div>
    </Modal>
  );
};
