import { formatDay, formatInstant } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Shown, useRead } from '../client.ts';
import { KpiActions } from './kpi-actions.tsx';
import { KpiBody } from './kpi-body.tsx';
import { KpiTools, spans } from './kpi-tools.tsx';
import { useAddress } from './use-address.ts';
import { wholeMonth } from './words.ts';
import css from './kpis.module.css';

/** The figures of the operator: how they went, what they are made of, and how each is counted. */
export const Component = () => {
  const t = useTexts('reports');
  const { params, slice, name, change } = useAddress();
  const span = spans.find((one) => one === params.get('months')) ?? '13';
  const read = useRead('GET /api/kpis', { months: Number(span), ...slice }, { isKept: true });
  const { data, error } = read;
  const months = data?.months ?? [];
  const month = months.find((one) => one === params.get('month')) ?? wholeMonth(months);
  return (
    <Page
      title={t('kpis.title')}
      {...(data?.counted && { subtitle: <Counted counted={data.counted} /> })}
      actions={<KpiActions months={Number(span)} slice={slice} />}
      layout="padded"
    >
      <div className={css.page}>
        {error && !data ? <ErrorState failure={error} onRetry={() => void read.refetch()} /> : null}
        {data && !data.counted ? <EmptyState title={t('kpis.notYet')} /> : null}
        {data?.counted ? (
          <>
            <KpiTools
              months={months}
              month={month}
              span={span}
              slice={slice}
              name={name}
              onChange={change}
            />
            <KpiBody
              shown={data}
              month={month}
              slice={slice}
              name={name}
              chosen={params.get('kpi')}
              onChange={change}
            />
          </>
        ) : null}
        {data || error ? null : <SkeletonLine widthPx={320} />}
      </div>
    </Page>
  );
};

/** Through which day it is counted, and what the check of the night said. */
const Counted = ({ counted }: { counted: NonNullable<Shown['counted']> }) => {
  const t = useTexts('reports');
  const checked = counted.wrong === 0 ? 'kpis.checked' : 'kpis.mended';
  return (
    <>
      {t('kpis.through', { on: formatDay(counted.through) })}{' '}
      {t(checked, { at: formatInstant(counted.checkedAt), count: counted.wrong })}
    </>
  );
};
