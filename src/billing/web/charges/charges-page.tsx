import { Page } from '../../../ui/show/page.tsx';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from './charges.module.css';
import { Acts } from './acts.tsx';
import { NoRuns } from './no-runs.tsx';
import { RunRow } from './run-row.tsx';
import { StartRun } from './start-run.tsx';
import { useRuns } from './use-runs.ts';

/** Runs of charging all accounts: what each came to, and whom it could not charge. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRuns();
  const { chargesBeginOn = null, runs = [] } = read.data ?? {};
  const isGoing = runs.some(({ finishedAt }) => finishedAt === null);
  return (
    <Page
      title={t('charges.title')}
      actions={<StartRun isOff={isGoing || chargesBeginOn === null} />}
      layout="padded"
    >
      {chargesBeginOn === null ? null : <Acts />}
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
