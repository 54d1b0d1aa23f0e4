import { useQueryClient } from '@tanstack/react-query';
import { PageHeader } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { nameOf } from '../name-of.ts';
import css from './conversation.module.css';
import { deskPath, useDesk } from './use-desk.ts';

type Listed = { pages?: readonly { rows: readonly DeskRow[] }[] };

/** A conversation that has not come yet: whose it is stands in the list, if it was opened there. */
export const Opening = ({ id }: { id: number }) => {
  const t = useTexts('conversations');
  const { queue, labelId } = useDesk();
  const lists = useQueryClient().getQueriesData<Listed>({ queryKey: ['GET /api/conversations'] });
  const row = lists
    .flatMap(([, list]) => list?.pages?.flatMap(({ rows }) => rows) ?? [])
    .find((one) => one.id === id);
  return (
    <>
      <PageHeader
        title={row ? nameOf(row) : t('desk.conversation')}
        backTo={deskPath(null, { queue, labelId })}
      />
      <div className={css.opening}>
        <SkeletonLine widthPx={320} heightPx={64} />
        <SkeletonLine widthPx={260} heightPx={48} />
      </div>
    </>
  );
};
