import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Advisor, useWrite } from '../client.ts';

/** The way to the rules, and a run begun by hand. */
export const AdvisorActions = ({ going }: { going: Advisor['going'] }) => {
  const t = useTexts('billing');
  const may = useMay();
  const start = useWrite('POST /api/advisor/runs', ['/api/advisor']);
  return (
    <>
      {may('billing.settings') ? (
        <Button renderRoot={(root) => <Link {...root} to="/settings/advisor" />}>
          {t('advisor.rules')}
        </Button>
      ) : null}
      <Button
        leftSection={<Play size={14} />}
        loading={start.isPending}
        disabled={going !== null}
        onClick={() => void start.mutateAsync({}).catch(notifyProblem)}
      >
        {going === null ? t('advisor.run') : t('advisor.going', { count: going.accounts })}
      </Button>
    </>
  );
};
