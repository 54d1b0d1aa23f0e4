import { Button } from '@mantine/core';
import { ChartColumn, Hourglass, ListTodo } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/show/state.tsx';
import type { ListRow } from '../../../ui/table/contract.ts';
import { ListPage } from '../../../ui/table/list-page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { listed } from '../../api/risk-list.ts';
import { cells } from './cells.tsx';

const columns = ['name', 'chance90', 'reasons', 'valueMinor', 'chance30', 'lifetimeMonths'];
const pathOf = (row: ListRow): string => `/subscribers/${row.id}`;
const changes: string[] = [];

/** Who may leave, the likeliest first, with what an agent can say of why. */
export const Component = () => {
  const t = useTexts('retention');
  const may = useMay();
  return (
    <ListPage
      title={t('risk.title')}
      entity={listed.entity}
      texts="retention"
      exportPermission={listed.exportPermission}
      columns={columns}
      sort={{ field: 'chance90', direction: 'desc' }}
      cells={cells}
      pathOf={pathOf}
      refreshOn={changes}
      actions={
        <>
          <Button
            variant="subtle"
            leftSection={<ListTodo size={14} />}
            renderRoot={(root) => <Link {...root} to="/retention/plan" />}
          >
            {t('plan.title')}
          </Button>
          {may('retention.model') ? (
            <Button
              variant="subtle"
              leftSection={<ChartColumn size={14} />}
              renderRoot={(root) => <Link {...root} to="/retention/risk/model" />}
            >
              {t('risk.model')}
            </Button>
          ) : null}
        </>
      }
      empty={<EmptyState icon={Hourglass} title={t('risk.empty')} text={t('risk.emptyText')} />}
    />
  );
};
