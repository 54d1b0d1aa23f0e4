import { Button } from '@mantine/core';
import { Handshake, SquareKanban } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { listed } from '../../api/list.ts';
import { cells } from './cells.tsx';

const columns = [
  'name',
  'id',
  'stageId',
  'state',
  'dueAt',
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
      actions={
        <>
          <Button
            variant="subtle"
            leftSection={<SquareKanban size={14} />}
            renderRoot={(root) => <Link {...root} to="/deals" />}
          >
            {t('board.asBoard')}
          </Button>
          {add}
        </>
      }
      empty={
        <EmptyState icon={Handshake} title={t('deals.empty')} text={t('deals.emptyText')}>
          {add}
        </EmptyState>
      }
    />
  );
};
