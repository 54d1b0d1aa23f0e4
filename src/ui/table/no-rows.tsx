import { Button } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { EmptyState, ErrorState } from '../show/state.tsx';
import { useTexts } from '../texts.ts';
import type { List } from './model.ts';

/** There are records, but none that fit: offers the way back. */
export const NothingMatches = ({ list }: { list: List }) => {
  const t = useTexts();
  return (
    <EmptyState icon={SearchX} title={t('table.nothingTitle')} text={t('table.nothingText')}>
      <Button onClick={() => list.change({ filter: undefined })}>{t('table.clearFilter')}</Button>
    </EmptyState>
  );
};

/** The rows could not be read; an order or grouping that is too wide can be given up here. */
export const RowsFailed = ({ list }: { list: List }) => {
  const t = useTexts();
  const isOrdered = list.query.sort !== undefined || list.query.groupBy !== undefined;
  return (
    <ErrorState failure={list.rowsFailure} onRetry={list.retry}>
      {isOrdered ? (
        <Button
          variant="subtle"
          onClick={() => list.change({ sort: undefined, groupBy: undefined })}
        >
          {t('table.plainOrder')}
        </Button>
      ) : null}
    </ErrorState>
  );
};
