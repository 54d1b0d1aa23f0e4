import { Handshake } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { Cells } from '../../../ui/table/columns.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listed } from '../../api/list.ts';
import type { DealState } from '../client.ts';
import { DealMark } from '../marks.tsx';

const columns = [
  'name',
  'id',
  'stageId',
  'state',
  'monthlyMinor',
  'phone',
  'address',
  'sourceId',
  'ownerStaffId',
  'openedAt',
];
/** What is closed would fill the first page; whoever wants it takes this away. */
const open = { field: 'state', op: 'is', value: 'open' } as const;
const changes = ['sales.*'];
const pathOf = (row: ListRow): string => `/deals/${row.id}`;
const cells: Cells = {
  id: ({ id }) => <span className="tabular">{formatNo(id)}</span>,
  state: (row) => <DealMark state={row.cells['state'] as DealState} />,
};

/** All deals by any filter, order and group. */
export const Component = () => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const add = (
    <CreateAction onClick={() => void navigate('/deals/new')}>{t('deals.new')}</CreateAction>
  );
  return (
    <ListPage
      title={t('deals.list')}
      entity={listed.entity}
      exportPermission={listed.exportPermission}
      columns={columns}
      sort={{ field: 'id', direction: 'desc' }}
      filter={open}
      home={t('deals.open')}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={add}
      empty={
        <EmptyState icon={Handshake} title={t('deals.empty')} text={t('deals.emptyText')}>
          {add}
        </EmptyState>
      }
    />
  );
};
