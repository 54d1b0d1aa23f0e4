import { Button, Menu } from '@mantine/core';
import { Users } from 'lucide-react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { memberPaths, useRead, useWrite } from '../client.ts';

/** Puts points together with those of a household, or parts them again. */
export const PoolAction = ({ id }: { id: number }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/subscribers/{id}/households', { id });
  const pool = useWrite('POST /api/subscribers/{id}/pool', memberPaths);
  const unpool = useWrite('POST /api/subscribers/{id}/unpool', memberPaths);
  const households = data?.households ?? [];
  if (households.length === 0) return null;
  const isPooled = households.some((household) => household.isPooled);
  if (isPooled) {
    return (
      <Button
        variant="default"
        loading={unpool.isPending}
        onClick={() => void unpool.mutateAsync({ id }).catch(notifyProblem)}
      >
        {t('pool.end')}
      </Button>
    );
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<Users size={14} />} loading={pool.isPending}>
          {t('pool.begin')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {households.map(({ id: householdId, name }) => (
          <Menu.Item
            key={householdId}
            onClick={() => void pool.mutateAsync({ id, householdId }).catch(notifyProblem)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
