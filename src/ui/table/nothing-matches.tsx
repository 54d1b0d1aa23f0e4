import { Button } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { EmptyState } from '../show/state.tsx';
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
