import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Kpi, type Shown, usePages, useRead } from '../client.ts';
import { RowsTable } from './rows-table.tsx';
import { useAddress } from './use-address.ts';
import { figureWords, monthWords, useValueWords } from './words.ts';
import css from './kpis.module.css';

/** The accounts behind one figure of a month. */
export const Component = () => {
  const t = useTexts('reports');
  const valueWords = useValueWords();
  const { params, slice, name } = useAddress();
  const maySeeFigures = useMay()('reports.view');
  const key = (params.get('kpi') ?? '') as Kpi['key'];
  const month = params.get('month') ?? '';
  const pages = usePages('GET /api/kpis/{kpi}/rows', { kpi: key, month, ...slice });
  const shown = useRead(
    'GET /api/kpis',
    { months: 36, ...slice },
    { isEnabled: maySeeFigures },
  ).data;
  const words = [
    monthWords(month),
    slice.dimension ? valueWords(slice.dimension, slice.value, name) : '',
  ];
  return (
    <Page
      title={t(`names.${key}`)}
      subtitle={words.filter(Boolean).join(' · ')}
      {...(shown && { count: figureOf(shown, key, month) })}
      backTo={`/reports?${new URLSearchParams({ kpi: key, month, ...slice, name: name ?? '' }).toString()}`}
      layout="padded"
    >
      <div className={css.page}>
        <p className="dim">{t(`definitions.${key}`)}</p>
        {pages.error && !pages.data ? (
          <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />
        ) : null}
        {pages.data ? (
          <RowsTable
            rows={pages.data.pages.flatMap((page) => page.rows)}
            currency={pages.data.pages[0]?.currency ?? ''}
          />
        ) : null}
        {pages.data || pages.error ? null : <SkeletonLine widthPx={320} />}
        <MoreButton pages={pages}>{t('rows.more')}</MoreButton>
      </div>
    </Page>
  );
};

function figureOf({ kpis, months, currency }: Shown, key: string, month: string): string {
  const kpi = kpis.find((one) => one.key === key);
  return kpi ? figureWords(kpi, kpi.values[months.indexOf(month)], currency) : '—';
}
