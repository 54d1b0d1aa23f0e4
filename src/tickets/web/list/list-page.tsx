import { Ticket as TicketIcon } from 'lucide-react';
import { useNavigate } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type BulkList, PastChanges, useBulkActions } from '../../../work/web/index.tsx';
import { listed } from '../../api/list.ts';
import { cells } from './cells.tsx';

const columns = [
  'subject',
  'id',
  'state',
  'dueAt',
  'priority',
  'labels',
  'categoryId',
  'subscriber',
  'ownerStaffId',
];
const compact = ['subscriber', 'id', 'dueAt'];
/** What is done would fill the first page; whoever wants it takes this away. */
const open = { field: 'state', op: 'is_not', value: 'done' } as const;
/** What changes who is in the list and what many rows show. */
const changes = ['tickets.*'];
/** What may be set for many at once; a date that is waited for is each ticket's own. */
const many: BulkList = {
  entity: listed.entity,
  permission: 'tickets.work',
  fields: ['state', 'priority', 'categoryId', 'ownerStaffId', 'teamId'],
  hasLabels: true,
  required: ['state', 'priority', 'categoryId'],
  except: ['waiting'],
};
const pathOf = (row: ListRow): string => `/tickets/${row.id}`;

/** What is open, and all work by any filter, order and group. */
export const Component = () => {
  const t = useTexts('tickets');
  const may = useMay();
  const navigate = useNavigate();
  const add = may('tickets.work') ? (
    <CreateAction onClick={() => void navigate('/tickets/new')}>{t('new.title')}</CreateAction>
  ) : null;
  const { actions, dialog } = useBulkActions(many);
  return (
    <>
      <ListPage
        title={t('list.title')}
        entity={listed.entity}
        exportPermission={listed.exportPermission}
        columns={columns}
        compact={compact}
        sort={{ field: 'dueAt', direction: 'asc' }}
        filter={open}
        home={t('list.open')}
        cells={cells}
        pathOf={pathOf}
        refreshOn={changes}
        actions={add}
        bulkActions={actions}
        tools={may('tickets.work') ? <PastChanges entity={listed.entity} /> : null}
        empty={
          <EmptyState icon={TicketIcon} title={t('list.empty')} text={t('list.emptyText')}>
            {add}
          </EmptyState>
        }
      />
      {dialog}
    </>
  );
};
