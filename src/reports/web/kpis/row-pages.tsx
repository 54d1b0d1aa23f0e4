import type { ComponentProps, ReactNode } from 'react';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Problem } from '../../../ui/problem.ts';

type Pages<P> = ComponentProps<typeof MoreButton>['pages'] & {
  data: { pages: readonly P[] } | undefined;
  error: Problem | null;
  refetch: () => Promise<unknown>;
};

type Props<P> = { pages: Pages<P>; children: (read: readonly P[]) => ReactNode };

/** Rows page after page, a failure in their place. */
export const RowPages = <P,>({ pages, children }: Props<P>) => {
  const t = useTexts('reports');
  const { data, error } = pages;
  return (
    <>
      {error && !data ? <ErrorState failure={error} onRetry={() => void pages.refetch()} /> : null}
      {data ? children(data.pages) : null}
      {data || error ? null : <SkeletonLine widthPx={320} />}
      <MoreButton pages={pages}>{t('rows.more')}</MoreButton>
    </>
  );
};
