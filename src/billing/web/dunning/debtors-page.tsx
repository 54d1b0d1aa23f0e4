import { HandCoins } from 'lucide-react';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { debtors } from '../../api/debtors.ts';

const columns = ['account', 'holder', 'debt', 'debtDays', 'accountState', 'toCall', 'leftUntil'];
const changes = ['billing.*'];
const pathOf = ({ id }: ListRow): string => `/accounts/${id}`;

/** Accounts that are short of money, by how long and by how much. */
export const Component = () => {
  const t = useTexts('billing');
  return (
    <ListPage
      title={t('dunning.debtors')}
      entity={debtors.entity}
      texts="billing"
      exportPermission={debtors.permission}
      columns={columns}
      sort={{ field: 'debtDays', direction: 'desc' }}
      pathOf={pathOf}
      refreshOn={changes}
      empty={
        <EmptyState icon={HandCoins} title={t('dunning.empty')} text={t('dunning.emptyText')} />
      }
    />
  );
};
