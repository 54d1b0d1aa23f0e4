import { Heart } from 'lucide-react';
import { formatNo } from '../../../ui/format.ts';
import { Clock } from '../../../ui/show/clock.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listed } from '../../api/list.ts';
import type { Case } from '../client.ts';
import { BesideCases } from './beside-cases.tsx';
import { CaseMark } from './marks.tsx';

const columns = [
  'name',
  'id',
  'state',
  'dueAt',
  'ownerStaffId',
  'reasonId',
  'noticeDueAt',
  'callAt',
  'isAngry',
  'isRepeated',
  'source',
  'openedAt',
  'outcome',
];
/** What waits; what is closed would fill the first page. */
const open = { field: 'state', op: 'is', value: 'open' } as const;
const changes = ['retention.*'];
const pathOf = (row: ListRow): string => `/cases/${row.id}`;

const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: ({ cells: { state } }) => <CaseMark state={state as Case['state']} outcome={null} />,
  outcome: ({ cells: { outcome } }) =>
    outcome ? <CaseMark state="closed" outcome={outcome as Case['outcome']} /> : null,
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
      filter={open}
      home={t('cases.open')}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={<BesideCases />}
      empty={<EmptyState icon={Heart} title={t('cases.empty')} text={t('cases.emptyText')} />}
    />
  );
};
