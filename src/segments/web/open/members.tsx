import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { notifyDone } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { BulkAction } from '../../../ui/table/bulk-bar.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListView } from '../../../ui/table/data-table.tsx';
import { useList } from '../../../ui/table/model.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Condition, type OpenSegment, segmentPaths } from '../client.ts';
import css from './open.module.css';

const columns = ['name', 'account', 'phone', 'tariff', 'balance', 'status', 'customerSince'];
const moves = ['segments.entered', 'segments.left'];
const pathOf = (row: ListRow): string => `/subscribers/${row.id}`;

/** Who is in a segment now: the list of subscribers, with all that it can do. */
export const Members = ({ segment }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const { id, kind } = segment;
  const fixedFilter = useMemo<Condition>(
    () => ({ field: 'segment', op: 'in', value: [String(id)] }),
    [id],
  );
  const list = useList({
    entity: 'subscribers',
    columns,
    sort: { field: 'name', direction: 'asc' },
    fixedFilter,
    exportPermission: 'subscribers.export',
    refreshOn: moves,
  });
  const takeOff = useTakeOff(id);
  return (
    <div className={css.members}>
      <ListView
        list={list}
        pathOf={pathOf}
        hasViews={false}
        bulkActions={kind === 'static' ? takeOff : []}
        empty={
          <EmptyState icon={Users} title={t('open.noMembers')} text={t('open.noMembersText')} />
        }
      />
    </div>
  );
};

/** Takes ticked people off a kept list. */
function useTakeOff(id: number): BulkAction[] {
  const t = useTexts('segments');
  const refresh = useRefresh();
  return [
    {
      id: 'take-off',
      label: t('open.takeOff'),
      permission: 'segments.manage',
      run: async (target) => {
        const chosen = 'ids' in target ? target : { condition: target.filter };
        const { changed } = await call('POST /api/segments/{id}/members/remove', { id, chosen });
        await refresh(...segmentPaths);
        notifyDone(t('open.takenOff', { count: changed }));
      },
    },
  ];
}
