import { Banknote } from 'lucide-react';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { paymentTable } from '../../api/payment-table.ts';

const columns = [
  'receivedAt',
  'paymentNumber',
  'sourceId',
  'account',
  'holder',
  'payer',
  'paymentState',
  'amount',
];
const changes = ['billing.*'];
const pathOf = ({ cells }: ListRow): string =>
  `/payments?${new URLSearchParams({ q: String(cells['paymentNumber']) })}`;

/** Payments with every field there is: to be filtered, grouped and taken away as a file. */
export const Component = () => {
  const t = useTexts('billing');
  return (
    <ListPage
      title={t('payments.table')}
      backTo="/payments"
      entity={paymentTable.entity}
      texts="billing"
      exportPermission={paymentTable.permission}
      columns={columns}
      sort={{ field: 'receivedAt', direction: 'desc' }}
      openedBy="paymentNumber"
      pathOf={pathOf}
      refreshOn={changes}
      empty={
        <EmptyState icon={Banknote} title={t('payments.empty')} text={t('payments.emptyText')} />
      }
    />
  );
};
