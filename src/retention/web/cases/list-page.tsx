import { Heart } from 'lucide-react';
import { formatNo } from '../../../ui/format.ts';
import { Clock } from '../../../ui/show/clock.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import type { Preset } from '../../../ui/table/model.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listed } from '../../api/list.ts';
import { BesideCases } from './beside-cases.tsx';
import { type Standing, StandingMark } from './marks.tsx';

const columns = [
  'name',
  'standing',
  'dueAt',
  'ownerStaffId',
  'reasonId',
  'leavesOn',
  'isAngry',
  'openedAt',
];
const compact = ['reasonId', 'dueAt'];
/** What waits; what is closed would fill the first page. */
const open = { field: 'state', op: 'is', value: 'open' } as const;
const presets: readonly Preset[] = [
  {
    key: 'leaving',
    labelKey: 'retention:cases.leavingNow',
    query: { filter: { all: [open, { field: 'standing', op: 'in', value: ['leaving'] }] } },
  },
  {
    key: 'closed',
    labelKey: 'retention:cases.closed',
    query: {
      filter: { field: 'state', op: 'is', value: 'closed' },
      columns: ['name', 'standing', 'ownerStaffId', 'reasonId', 'source', 'openedAt', 'closedAt'],
      sort: { field: 'closedAt', direction: 'desc' },
    },
  },
];
const changes = ['retention.*'];
const pathOf = (row: ListRow): string => `/cases/${row.id}`;

const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  standing: ({ cells: { standing } }) => <StandingMark standing={standing as Standing} />,
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
      filter={open}
      presets={presets}
      home={t('cases.open')}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={<BesideCases />}
      empty={<EmptyState icon={Heart} title={t('cases.empty')} text={t('cases.emptyText')} />}
    />
  );
};
