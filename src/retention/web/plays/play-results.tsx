import { useState } from 'react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { lastDays } from '../../../ui/form/use-period.ts';
import { formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Results, useRead } from './client.ts';

const counted = ['made', 'done', 'helped', 'declined', 'unreached', 'leaves'] as const;

/** What contacts came to, play by play, and who came back. */
export const PlayResults = () => {
  const t = useTexts('retention');
  const [period, setPeriod] = useState(() => lastDays(90));
  const { data } = useRead('GET /api/play-results', period, { isKept: true });
  if (!data) return null;
  return (
    <>
      <FigureTable
        title={t('plays.results.title')}
        empty={t('figures.none')}
        actions={<PeriodChoice period={period} onChange={setPeriod} />}
        rows={data.plays}
        keyOf={({ name }) => name}
        columns={[
          { key: 'play', label: t('plays.results.columns.play'), show: ({ name }) => name },
          ...counted.map((key) => ({
            key,
            label: t(`plays.results.columns.${key}`),
            show: (row: Results['plays'][number]) => formatNumber(row[key]),
          })),
          {
            key: 'cost',
            label: t('plays.results.columns.cost'),
            show: ({ costMinor }) => formatMoney(costMinor, data.currency),
          },
        ]}
      />
      <Winback figures={data.winback} />
    </>
  );
};

const Winback = ({ figures }: { figures: Results['winback'] }) => {
  const t = useTexts('retention');
  const { left, contacted, spoken, returned, known, withinDays } = figures;
  const of = (part: number, whole: number): string =>
    whole === 0 ? '—' : formatPercent(part / whole);
  return (
    <section aria-label={t('winback.title')}>
      <h2>{t('winback.title')}</h2>
      <Totals
        totals={[
          { key: 'left', value: formatNumber(left), label: t('winback.left') },
          { key: 'contacted', value: formatNumber(contacted), label: t('winback.contacted') },
          { key: 'spoken', value: formatNumber(spoken), label: t('winback.spoken') },
          {
            key: 'returned',
            value: formatNumber(returned),
            label: t('winback.returned', { count: withinDays }),
            hint: t('winback.share', { share: of(returned, known), count: known }),
          },
        ]}
      />
      <p className="dim">{t('winback.rule')}</p>
    </section>
  );
};
