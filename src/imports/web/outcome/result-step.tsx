import { tallies } from '../../api/tallies.ts';
import type { OfImport } from '../client.ts';
import { isRunning } from '../states.ts';
import { FailedBox } from './failed-box.tsx';
import { KeptList } from './kept-list.tsx';
import { ProblemRows } from './problem-rows.tsx';
import { RunningBox } from './running-box.tsx';
import { Tallies } from './tallies.tsx';
import { WaysOn } from './ways-on.tsx';

/** What came of it, while it goes on and after; and the way back. */
export const ResultStep = ({ imported }: OfImport) => {
  const { kind, state, errorCount, counts } = imported;
  const isUndone = state === 'undone' || state === 'undoing';
  return (
    <>
      {state === 'failed' ? <FailedBox imported={imported} /> : null}
      {isRunning(imported) ? <RunningBox imported={imported} /> : null}
      <Tallies
        tallies={[
          ...tallies[kind].result.map(({ name, of }) => ({ name, count: counts[of] })),
          { name: 'errors', count: errorCount, isBad: true },
          ...(isUndone
            ? [
                { name: 'removed', count: counts.removed },
                { name: 'restored', count: counts.restored },
                { name: 'kept', count: counts.kept },
              ]
            : []),
        ]}
      />
      <WaysOn imported={imported} />
      {state === 'undone' && counts.kept > 0 ? <KeptList id={imported.id} /> : null}
      {isUndone ? null : <ProblemRows imported={imported} />}
    </>
  );
};
