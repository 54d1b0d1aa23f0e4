import { Button } from '@mantine/core';
import { HandCoins } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { debtors } from '../../api/debtors.ts';
import { DebtAges } from './debt-ages.tsx';
import { cells } from './debtor-cells.tsx';
import { DunningOff } from './dunning-off.tsx';

const columns = ['account', 'holder', 'debt', 'debtDays', 'debtAge', 'accountState', 'toCall'];
const changes = ['billing.*'];
const pathOf = ({ id }: ListRow): string => `/accounts/${id}`;

/** Accounts that are short of money, by how long and by how much. */
export const Component = () => {
  const t = useTexts('billing');
  const may = useMay();
  return (
    <ListPage
      title={t('dunning.debtors')}
      marks={<DunningOff />}
      actions={
        may('billing.settings') ? (
          <Button renderRoot={(root) => <Link {...root} to="/settings/dunning" />}>
            {t('dunning.rules')}
          </Button>
        ) : undefined
      }
      Above={DebtAges}
      entity={debtors.entity}
      texts="billing"
      exportPermission={debtors.permission}
      columns={columns}
      sort={{ field: 'debtDays', direction: 'desc' }}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      empty={
        <EmptyState icon={HandCoins} title={t('dunning.empty')} text={t('dunning.emptyText')} />
      }
    />
  );
};
