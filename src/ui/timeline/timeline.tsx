import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { MoreButton } from '../show/more-button.tsx';
import { SkeletonLine } from '../show/skeleton.tsx';
import { EmptyState, ErrorState } from '../show/state.tsx';
import { useLookup } from '../slot.tsx';
import { useTexts } from '../texts.ts';
import { Stretches } from './stretches.tsx';
import { KindFilter } from './kind-filter.tsx';
import { timelineWords, type TimelineEntry } from './words.ts';
import css from './timeline.module.css';

export type TimelinePage = { entries: TimelineEntry[]; nextCursor: string | null };

type Asked = { cursor: string | undefined; types: string[] | undefined; signal: AbortSignal };

type Props = {
  /** What the reads are kept under: the route first, then its input. */
  queryKey: readonly [route: string, input: unknown];
  /** Reads a page, newest first; with `types` only events of these. */
  read: (asked: Asked) => Promise<TimelinePage>;
};

const Waiting = () => (
  <div style={{ display: 'grid', gap: 14, padding: '12px 0' }}>
    {[180, 240, 150, 210, 190].map((widthPx) => (
      <SkeletonLine key={widthPx} widthPx={widthPx} />
    ))}
  </div>
);

/** Everything that happened, newest first, under its days; older events come by a button. */
export const Timeline = ({ queryKey, read }: Props) => {
  const t = useTexts();
  const words = useLookup(timelineWords);
  const [kind, setKind] = useState<string>();
  const types =
    kind === undefined
      ? undefined
      : Object.keys(words).filter((type) => words[type]?.kind === kind);
  const pages = useInfiniteQuery({
    queryKey: [...queryKey, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) => read({ cursor, types, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  if (pages.isError) {
    return <ErrorState failure={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div>
      <KindFilter chosen={kind} onChoose={setKind} />
      {pages.isPending ? <Waiting /> : null}
      {pages.isSuccess && entries.length === 0 ? (
        <EmptyState
          icon={History}
          title={t('timeline.emptyTitle')}
          text={t('timeline.emptyText')}
        />
      ) : null}
      <div className={css.days}>
        <Stretches entries={entries} isFolding={kind === undefined} />
      </div>
      <div className={css.more}>
        <MoreButton size="xs" pages={pages}>
          {t('timeline.more')}
        </MoreButton>
      </div>
    </div>
  );
};
