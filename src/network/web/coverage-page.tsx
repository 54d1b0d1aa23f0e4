import { Button } from '@mantine/core';
import { Pencil, RadioTower, Swords } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/show/state.tsx';
import type { ListRow, Target } from '../../ui/table/contract.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useMay } from '../../ui/viewer.tsx';
import { coverageList } from '../api/list.ts';
import { ChangeMany } from './building/change-many.tsx';

const columns = ['address', 'technology', 'speedMbps', 'portsTotal', 'node', 'terms', 'plannedOn'];
const changes = ['network.*'];
const pathOf = ({ cells }: ListRow): string => `/coverage/buildings/${String(cells['buildingId'])}`;

type Asked = { target: Target; done: (isDone: boolean) => void };

/** What can be had everywhere, with a change of many buildings at once. */
export const Component = () => {
  const t = useTexts('network');
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = (target: Target): Promise<boolean> =>
    new Promise((done) => {
      setAsked({ target, done });
    });
  const close = (isDone: boolean): void => {
    asked?.done(isDone);
    setAsked(null);
  };
  const link = (to: string, label: string, Picture: typeof Swords) => (
    <Button
      variant="subtle"
      leftSection={<Picture size={16} />}
      renderRoot={(root) => <Link {...root} to={to} />}
    >
      {label}
    </Button>
  );
  return (
    <>
      <ListPage
        title={t('coverage.title')}
        entity={coverageList.entity}
        texts="network"
        columns={columns}
        openedBy="buildingId"
        pathOf={pathOf}
        refreshOn={changes}
        actions={
          <>
            {link('/competitor-offers', t('offers.title'), Swords)}
            {may('network.coverage')
              ? link('/settings/network', t('settings.title'), RadioTower)
              : null}
          </>
        }
        bulkActions={[
          {
            id: 'change',
            label: t('coverage.changeMany'),
            icon: Pencil,
            permission: 'network.coverage',
            run,
          },
        ]}
        empty={
          <EmptyState
            icon={RadioTower}
            title={t('coverage.empty')}
            text={t('coverage.emptyText')}
          />
        }
      />
      {asked ? <ChangeMany target={asked.target} onClose={close} /> : null}
    </>
  );
};
