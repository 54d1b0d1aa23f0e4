import { Button } from '@mantine/core';
import { Users } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/show/state.tsx';
import type { ListRow } from '../../ui/table/contract.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';

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
const changes = ['subscribers.created', 'subscribers.merged', 'subscribers.unmerged'];
const pathOf = (row: ListRow): string => `/subscribers/${row.id}`;

/** The base: everybody, by any filter, order and group. */
export const Component = () => {
  const t = useTexts('subscribers');
  const may = useMay();
  const add = may('subscribers.edit') ? (
    <Button component={Link} to="/subscribers/new" size="sm">
      {t('new.title')}
    </Button>
  ) : null;
  return (
    <ListPage
      title={t('list.title')}
      entity="subscribers"
      columns={columns}
      sort={{ field: 'name', direction: 'asc' }}
      pathOf={pathOf}
      refreshOn={changes}
      actions={add}
      empty={
        <EmptyState icon={Users} title={t('list.empty')} text={t('list.emptyText')}>
          {add}
        </EmptyState>
      }
    />
  );
};
