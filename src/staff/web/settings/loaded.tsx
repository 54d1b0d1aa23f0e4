import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import '@mantine/core/styles/Skeleton.layer.css';
import { ErrorState } from '../../../ui/show/state.tsx';

type Read<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

/** What was read, once it is there; until then its shape, and what went wrong instead. */
export const Loaded = <T,>(props: { read: Read<T>; children: (data: T) => ReactNode }) => {
  const { read, children } = props;
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <div style={{ display: 'grid', gap: 12 }} aria-busy="true">
      <Skeleton h={36} w="60%" />
      <Skeleton h={36} />
      <Skeleton h={36} />
    </div>
  );
};
