import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { factKindOf } from '../../kpis/kpis.ts';
import { type Counted, type Shown, useRead } from '../client.ts';
import { ReportMenu } from '../papers/report-menu.tsx';
import { FactRows } from './fact-rows.tsx';
import { AccountRows } from './rows-table.tsx';
import { useAddress } from './use-address.ts';
import { figureWords, monthWords, useValueWords } from './words.ts';
import css from './kpis.module.css';

/** What stands behind one figure of a month: accounts, contacts, sales and so on. */
export const Component = () => {
  const t = useTexts('reports');
  const valueWords = useValueWords();
  const { params, slice, name } = useAddress();
  const maySeeFigures = useMay()('reports.view');
  const key = (params.get('kpi') ?? '') as Counted['key'];
  const month = params.get('month') ?? '';
  const Rows = factKindOf(key) ? FactRows : AccountRows;
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
      actions={<ReportMenu ask={{ report: 'rows', kpi: key, month, ...slice }} />}
      layout="padded"
    >
      <div className={css.page}>
        <p className="dim">{t(`definitions.${key}`)}</p>
        <Rows kpi={key} month={month} slice={slice} />
      </div>
    </Page>
  );
};

function figureOf({ kpis, months, currency }: Shown, key: string, month: string): string {
  const kpi = kpis.find((one) => one.key === key);
  return kpi ? figureWords(kpi, kpi.values[months.indexOf(month)], currency) : '—';
}
