import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import css from './charges.module.css';
import { NoRuns } from './no-runs.tsx';
import { RunRow } from './run-row.tsx';
import { useRuns } from './use-runs.ts';

/** Runs of charging all accounts: what each came to, and whom it could not charge. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRuns();
  const start = useWrite('POST /api/charge-runs', ['/api/charge-runs']);
  const { chargesBeginOn = null, runs = [] } = read.data ?? {};
  const isGoing = runs.some(({ finishedAt }) => finishedAt === null);
  const run = (
    <Button
      leftSection={<Play size={14} />}
      loading={start.isPending}
      disabled={isGoing || chargesBeginOn === null}
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
  return (
    <Page title={t('charges.title')} actions={run} layout="padded">
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && runs.length === 0 ? <NoRuns beginsOn={chargesBeginOn} /> : null}
      {runs.length === 0 ? null : (
        <div className={css.column}>
          <PickList>
            {runs.map((one) => (
              <RunRow key={one.id} run={one} />
            ))}
          </PickList>
        </div>
      )}
    </Page>
  );
};
