import { Store } from 'lucide-react';
import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { listed } from '../../api/list.ts';
import { ContractForm } from './contract-form.tsx';

const columns = [
  'name',
  'contractNumber',
  'balanceMinor',
  'creditLimitMinor',
  'cardsInHand',
  'contractOn',
];
const changes = ['dealers.*'];
const pathOf = ({ id }: ListRow): string => `/dealers/${id}`;

/** All dealers. */
export const Component = () => {
  const t = useTexts('dealers');
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const add = may('dealers.manage') ? (
    <CreateAction onClick={() => setAdding(true)}>{t('list.create')}</CreateAction>
  ) : null;
  return (
    <>
      <ListPage
        title={t('list.title')}
        entity={listed.entity}
        columns={columns}
        sort={{ field: 'name', direction: 'asc' }}
        pathOf={pathOf}
        refreshOn={changes}
        actions={add}
        empty={
          <EmptyState icon={Store} title={t('list.empty')} text={t('list.emptyText')}>
            {add}
          </EmptyState>
        }
      />
      {isAdding ? <ContractForm dealer={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
