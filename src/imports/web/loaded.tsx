import type { ReactNode } from 'react';
import { SkeletonLine } from '../../ui/show/skeleton.tsx';
import { ErrorState } from '../../ui/show/state.tsx';

type Read<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

/** What was read, once it is there; until then its shape, and what went wrong instead. */
export const Loaded = <T,>(props: { read: Read<T>; children: (data: T) => ReactNode }) => {
  const { read, children } = props;
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div aria-busy="true">
      <SkeletonLine widthPx={320} />
    </div>
  );
};
