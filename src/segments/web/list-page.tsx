import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../ui/live.ts';
import { CreateAction } from '../../ui/show/action.tsx';
import { Page } from '../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { segmentEvents, segmentPaths, useRead } from './client.ts';
import { SegmentRows } from './segment-rows.tsx';
import css from './segments.module.css';

/** All segments: what each asks, in words, and how many are in it. */
export const Component = () => {
  const t = useTexts('segments');
  const may = useMay();
  const navigate = useNavigate();
  const [isAll, setAll] = useState(false);
  const read = useRead('GET /api/segments', { isAll }, { isKept: true });
  useLiveRefresh(segmentEvents, segmentPaths);
  const segments = read.data?.segments ?? [];
  const add = may('segments.manage') ? (
    <CreateAction onClick={() => void navigate('/segments/new')}>{t('list.new')}</CreateAction>
  ) : null;
  return (
    <Page title={t('list.title')} layout="padded" actions={add}>
      <div className={css.page}>
        <Checkbox
          label={t('list.withArchived')}
          checked={isAll}
          onChange={(event) => setAll(event.target.checked)}
        />
        {read.error && !read.data ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data && segments.length === 0 ? (
          <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
        ) : null}
        {segments.length > 0 ? <SegmentRows segments={segments} /> : null}
      </div>
    </Page>
  );
};
