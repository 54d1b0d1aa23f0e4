import { formatDuration, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Wait } from '../client.ts';

/** How many bought, by how long they waited to be called back. */
export const LostWaits = ({ from, to }: { from: string; to: string }) => {
  const t = useTexts('quality');
  const read = useRead('GET /api/money-lost/waits', { from, to }, { isKept: true });
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  const words = ({ wait, upToSeconds }: Wait): string => {
    if (wait !== 'late') return t(`lost.waits.${wait}`);
    if (upToSeconds === null) return t('lost.waits.longer');
    return t('lost.waits.upTo', { time: formatDuration(upToSeconds) });
  };
  return (
    <FigureTable<Wait>
      title={t('lost.waits.title')}
      rows={read.data?.waits ?? []}
      keyOf={({ wait, upToSeconds }) => `${wait} ${upToSeconds ?? ''}`}
      empty={read.data ? t('lost.noContacts') : ''}
      columns={[
        { key: 'wait', label: t('lost.waits.wait'), show: words },
        { key: 'all', label: t('lost.all'), show: ({ contacts }) => formatNumber(contacts) },
        {
          key: 'bought',
          label: t('lost.waits.bought'),
          isStrong: true,
          show: ({ contacts, bought }) => formatPercent(bought / contacts, 1),
        },
      ]}
    />
  );
};
