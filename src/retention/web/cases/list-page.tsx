import { Heart } from 'lucide-react';
import { formatNo } from '../../../ui/format.ts';
import { Clock } from '../../../ui/show/clock.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listed } from '../../api/list.ts';
import { BesideCases } from './beside-cases.tsx';
import { type Stage, StageMark } from './marks.tsx';
import { stageFilters, StageTabs } from './stage-tabs.tsx';

const columns = [
  'name',
  'stage',
  'dueAt',
  'ownerStaffId',
  'reasonId',
  'leavesOn',
  'isAngry',
  'openedAt',
];
const compact = ['reasonId', 'dueAt'];
const changes = ['retention.*'];
const pathOf = (row: ListRow): string => `/cases/${row.id}`;

const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  stage: ({ cells: { stage } }) => <StageMark stage={stage as Stage} />,
  dueAt: ({ cells: { dueAt } }) => (typeof dueAt === 'string' ? <Clock dueAt={dueAt} /> : null),
  noticeDueAt: ({ cells: { noticeDueAt: at } }) =>
    typeof at === 'string' ? <Clock dueAt={at} /> : null,
};

/** Wishes to leave, the one that waits longest first. */
export const Component = () => {
  const t = useTexts('retention');
  return (
    <ListPage
      title={t('cases.list')}
      entity={listed.entity}
      exportPermission={listed.exportPermission}
      columns={columns}
      sort={{ field: 'openedAt', direction: 'asc' }}
      compact={compact}
      filter={stageFilters.open}
      home={t('cases.open')}
      Above={StageTabs}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={<BesideCases />}
      empty={<EmptyState icon={Heart} title={t('cases.empty')} text={t('cases.emptyText')} />}
    />
  );
};
