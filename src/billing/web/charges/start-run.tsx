import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

/** Starts a run of charges now. */
export const StartRun = ({ isOff }: { isOff: boolean }) => {
  const t = useTexts('billing');
  const start = useWrite('POST /api/charge-runs', ['/api/charge-runs']);
  return (
    <Button
      leftSection={<Play size={14} />}
      loading={start.isPending}
      disabled={isOff}
      onClick={() =>
        void start
          .mutateAsync({})
          .then(() => notifyDone(t('charges.started')))
          .catch(notifyProblem)
      }
    >
      {t('charges.run')}
    </Button>
  );
};
