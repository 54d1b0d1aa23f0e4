import type { ReactNode } from 'react';
import { formatDuration, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { count, monthWords, shareOf } from './figure-words.ts';

type Props = { economics: Economics; actions: ReactNode };

const DAY_SECONDS = 86_400;

/** How many go further from each stage, and how long they stand there. */
export const StageTable = ({ economics: { stages }, actions }: Props) => {
  const t = useTexts('sales');
  const c = (key: string): string => t(`economics.columns.${key}`);
  const isOne = new Set(stages.map(({ pipeline }) => pipeline)).size === 1;
  const inWords = (seconds: number | null): string | null => {
    if (seconds === null) return null;
    if (seconds < DAY_SECONDS) return formatDuration(Math.max(1, Math.round(seconds / 60)) * 60);
    return t('economics.days', { days: formatNumber(seconds / DAY_SECONDS, 1) });
  };
  return (
    <FigureTable
      title={t('economics.parts.stages')}
      rows={stages}
      keyOf={({ stageId }) => String(stageId)}
      empty={t('economics.nothing')}
      rule={t('economics.stageRule')}
      actions={actions}
      columns={[
        {
          key: 'name',
          label: c('name'),
          show: ({ name, pipeline }) => (isOne ? name : `${pipeline} · ${name}`),
        },
        { key: 'entered', label: c('entered'), show: ({ entered }) => count(entered) },
        {
          key: 'movedOn',
          label: c('movedOn'),
          show: ({ movedOn, entered }) => shareOf(movedOn, entered),
        },
        { key: 'won', label: c('wonShare'), show: ({ won, entered }) => shareOf(won, entered) },
        {
          key: 'median',
          label: c('medianSeconds'),
          show: ({ medianSeconds }) => inWords(medianSeconds),
        },
      ]}
    />
  );
};

/** In how many contacts a further service was offered, and wanted. */
export const PitchTable = ({ economics: { pitches }, actions }: Props) => {
  const t = useTexts('sales');
  const c = (key: string): string => t(`economics.columns.${key}`);
  return (
    <FigureTable
      title={t('economics.parts.pitches')}
      rows={pitches}
      keyOf={({ month }) => month}
      empty={t('economics.nothing')}
      actions={actions}
      columns={[
        { key: 'month', label: c('month'), show: ({ month }) => monthWords(month) },
        { key: 'contacts', label: c('contacts'), show: ({ contacts }) => count(contacts) },
        { key: 'made', label: c('made'), show: ({ made, contacts }) => shareOf(made, contacts) },
        { key: 'taken', label: c('taken'), show: ({ taken, made }) => shareOf(taken, made) },
      ]}
    />
  );
};
