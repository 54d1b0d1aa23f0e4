import { useParams, useSearchParams } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OpenSegment, segmentEvents, segmentPaths, useRead } from '../client.ts';
import { KindBadge } from '../kind-badge.tsx';
import { Compare } from './compare.tsx';
import { History } from './history.tsx';
import { Members } from './members.tsx';
import { SegmentActions } from './segment-actions.tsx';
import { SegmentFacts } from './segment-facts.tsx';
import css from './open.module.css';

const tabs = ['members', 'history', 'compare'] as const;
type Tab = (typeof tabs)[number];

/** A segment: who is in it, how that went, and beside whom. */
export const Component = () => {
  const t = useTexts('segments');
  const id = Number(useParams()['id']);
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'members';
  const read = useRead('GET /api/segments/{id}', { id }, { isKept: true });
  useLiveRefresh(segmentEvents, segmentPaths, ({ subjectId }) => subjectId === id);
  const segment = read.data;
  if (!segment) {
    return (
      <Page title={t('list.title')} backTo="/segments" layout="padded">
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
      </Page>
    );
  }
  return (
    <Page
      title={segment.name}
      backTo="/segments"
      count={formatNumber(segment.size)}
      marks={<KindBadge {...segment} />}
      actions={<SegmentActions segment={segment} />}
    >
      <div className={css.page}>
        <SegmentFacts segment={segment} />
        <div className={css.tabs}>
          <Segmented<Tab>
            label={t('open.tabs')}
            value={tab}
            options={tabs.map((value) => ({ value, label: t(`open.${value}`) }))}
            onChange={(value) => setParams({ tab: value }, { replace: true })}
          />
        </div>
        <Shown tab={tab} segment={segment} />
      </div>
    </Page>
  );
};

const Shown = ({ tab, segment }: { tab: Tab; segment: OpenSegment }) => {
  if (tab === 'members') return <Members segment={segment} />;
  return (
    <div className={`${css.body} scroll`}>
      {tab === 'history' ? <History segment={segment} /> : <Compare segment={segment} />}
    </div>
  );
};
