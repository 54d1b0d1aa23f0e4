import { useParams } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { segmentEvents, segmentPaths, useRead } from '../client.ts';
import { KindBadge } from '../kind-badge.tsx';
import { SegmentActions } from './segment-actions.tsx';
import { SegmentFacts } from './segment-facts.tsx';
import { SegmentTabs } from './segment-tabs.tsx';
import css from './open.module.css';

/** A segment: who is in it, how that went, and beside whom. */
export const Component = () => {
  const t = useTexts('segments');
  const id = Number(useParams()['id']);
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
        <SegmentTabs segment={segment} />
      </div>
    </Page>
  );
};
