import { useSearchParams } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { LostSum } from './lost-sum.tsx';
import { LostTable } from './lost-table.tsx';
import { OneProcess } from './one-process.tsx';
import { spanOf, SpanChoice } from './span-choice.tsx';
import css from './lost.module.css';

/** What the processes lose in money a month, and what stands behind each figure. */
export const Component = () => {
  const t = useTexts('quality');
  const [params, setParams] = useSearchParams();
  const span = spanOf(params.get('months'));
  const read = useRead('GET /api/money-lost', { months: Number(span) }, { isKept: true });
  const { data, error } = read;
  const chosen =
    data?.processes.find(({ key }) => key === params.get('process')) ??
    data?.processes.find(({ loss }) => loss !== null) ??
    data?.processes[0];
  const change = (key: string, value: string): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(key, value);
        return after;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('lost.title')}
      {...(typeof data?.countedOn === 'string' && {
        subtitle: t('lost.counted', { on: formatDay(data.countedOn) }),
      })}
      layout="padded"
      actions={<SpanChoice span={span} onChange={(value) => change('months', value)} />}
    >
      <div className={css.page}>
        {error && !data ? <ErrorState failure={error} onRetry={() => void read.refetch()} /> : null}
        {data && chosen === undefined ? <EmptyState title={t('lost.notYet')} /> : null}
        {data && chosen ? (
          <>
            <LostSum lost={data} />
            <LostTable lost={data} chosen={chosen.key} onChoose={(key) => change('process', key)} />
            <OneProcess line={chosen} currency={data.currency} key={chosen.key} />
          </>
        ) : null}
        {data || error ? null : <SkeletonLine widthPx={320} />}
      </div>
    </Page>
  );
};
