import { useState } from 'react';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Counted, type Dimension, useRead } from '../client.ts';
import { ReportMenu } from '../papers/report-menu.tsx';
import { rowsLink } from './rows-link.tsx';
import type { Change } from './use-address.ts';
import { figureWords, monthWords, rowsPath, useValueWords } from './words.ts';
import css from './kpis.module.css';

type Props = {
  kpi: Counted;
  month: string;
  currency: string;
  onChange: Change;
};

/** What a figure of the month is made of; a name narrows the whole page to it. */
export const KpiParts = ({ kpi, month, currency, onChange }: Props) => {
  const t = useTexts('reports');
  const valueWords = useValueWords();
  const [wanted, setWanted] = useState<Dimension>('district');
  const dimension = kpi.dimensions.find((one) => one === wanted) ?? kpi.dimensions[0] ?? wanted;
  const read = useRead(
    'GET /api/kpis/{kpi}/parts',
    { kpi: kpi.key, month, dimension },
    { isKept: true },
  );
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <FigureTable
      title={t('kpis.parts', { month: monthWords(month) })}
      rows={read.data?.parts ?? []}
      keyOf={({ value }) => value}
      empty={read.data ? t('kpis.noParts') : ''}
      rule={t(
        kpi.key === 'leavers' && dimension === 'reason' ? 'kpis.reasonRule' : 'kpis.partsRule',
      )}
      actions={
        <>
          <Segmented
            label={t('kpis.by')}
            value={dimension}
            options={kpi.dimensions.map((value) => ({ value, label: t(`dimensions.${value}`) }))}
            onChange={setWanted}
          />
          <ReportMenu ask={{ report: 'parts', kpi: kpi.key, month, by: dimension }} />
        </>
      }
      columns={[
        {
          key: 'value',
          label: t(`dimensions.${dimension}`),
          show: ({ value, name }) =>
            partName(
              valueWords(dimension, value, name),
              narrowsNothing(dimension) ? null : () => onChange({ dimension, value, name }),
            ),
        },
        {
          key: 'figure',
          label: t(`names.${kpi.key}`),
          isStrong: true,
          show: ({ value, name, figure }) =>
            rowsLink(
              figureWords(kpi, figure, currency),
              rowsPath(kpi.key, month, { dimension, value, name: name ?? '' }),
            ),
        },
      ]}
    />
  );
};

/** Few figures are divided by it, and none of who is here. */
const narrowsNothing = (dimension: Dimension): boolean => dimension === 'reason';

const partName = (words: string, onPick: (() => void) | null) =>
  onPick === null ? (
    words
  ) : (
    <button type="button" className={css.part} onClick={onPick}>
      {words}
    </button>
  );
