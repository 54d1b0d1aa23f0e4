import { Button } from '@mantine/core';
import { Calculator } from 'lucide-react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite } from '../client.ts';

/** Makes the month's budget of its occasions, where none is set. */
export const DeriveButton = ({ month }: { month: string }) => {
  const t = useTexts('vip');
  const may = useMay();
  const derive = useWrite('POST /api/vip-budgets/derive', ['/api/vip-gifts']);
  if (!may('vip.approve')) return null;
  const run = async (): Promise<void> => {
    const { set } = await derive.mutateAsync({ month });
    notifyDone(t('gifts.derived', { count: set }));
  };
  return (
    <Button
      leftSection={<Calculator size={14} />}
      loading={derive.isPending}
      onClick={() => void run().catch(notifyProblem)}
    >
      {t('gifts.derive')}
    </Button>
  );
};
