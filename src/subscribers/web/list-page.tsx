import { Button } from '@mantine/core';
import { Users } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { CreateAction } from '../../ui/show/action.tsx';
import { EmptyState } from '../../ui/show/state.tsx';
import type { ListRow } from '../../ui/table/contract.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { type BulkList, PastChanges, useBulkActions } from '../../work/web/index.tsx';
import { listed } from '../api/list.ts';
import { useOtherActions } from './use-other-actions.tsx';

const columns = [
  'name',
  'account',
  'phone',
  'address',
  'tariff',
  'balance',
  'status',
  'customerSince',
];
/** Who is in the base, and what many of its rows show; one row's change waits for the next look. */
const changes = [
  'subscribers.created',
  'subscribers.changed_in_bulk',
  'subscribers.bulk_undone',
  'subscribers.merged',
  'subscribers.unmerged',
  'subscribers.erased',
];
/** What may be set for many at once. */
const many: BulkList = {
  entity: listed.entity,
  permission: 'subscribers.edit',
  fields: ['status', 'ownerStaffId', 'teamId'],
  required: ['status'],
};
const pathOf = (row: ListRow): string => `/subscribers/${row.id}`;

/** The base: everybody, by any filter, order and group. */
export const Component = () => {
  const t = useTexts('subscribers');
  const may = useMay();
  const navigate = useNavigate();
  const add = may('subscribers.edit') ? (
    <CreateAction onClick={() => void navigate('/subscribers/new')}>{t('new.title')}</CreateAction>
  ) : null;
  const alike = may('subscribers.merge') ? (
    <Button renderRoot={(root) => <Link {...root} to="/subscribers/duplicates" />}>
      {t('duplicates.title')}
    </Button>
  ) : null;
  const { actions, dialog } = useBulkActions(many);
  const other = useOtherActions();
  return (
    <>
      <ListPage
        title={t('list.title')}
        entity={listed.entity}
        exportPermission={listed.exportPermission}
        columns={columns}
        sort={{ field: 'name', direction: 'asc' }}
        pathOf={pathOf}
        refreshOn={changes}
        actions={
          <>
            {alike}
            {add}
          </>
        }
        bulkActions={[...actions, ...other.actions]}
        tools={may('subscribers.edit') ? <PastChanges entity={listed.entity} /> : null}
        empty={
          <EmptyState icon={Users} title={t('list.empty')} text={t('list.emptyText')}>
            {add}
          </EmptyState>
        }
      />
      {dialog}
      {other.dialog}
    </>
  );
};
