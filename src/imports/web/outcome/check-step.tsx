import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { tallies } from '../../api/tallies.ts';
import { type OfImport, useWrite } from '../client.ts';
import css from '../imports.module.css';
import { isRunning } from '../states.ts';
import { FailedBox } from './failed-box.tsx';
import { ProblemRows } from './problem-rows.tsx';
import { RunningBox } from './running-box.tsx';
import { Tallies } from './tallies.tsx';

/** The dry run: what applying the file would do, before anything is done. */
export const CheckStep = ({ imported }: OfImport) => {
  if (imported.state === 'failed') return <FailedBox imported={imported} />;
  if (isRunning(imported)) return <RunningBox imported={imported} />;
  if (imported.state === 'uploaded') return <Unchecked imported={imported} />;
  return <Checked imported={imported} />;
};

const Unchecked = ({ imported: { id, kind } }: OfImport) => {
  const t = useTexts('imports');
  const check = useWrite('POST /api/imports/{id}/check');
  const run = (): void => void check.mutateAsync({ id }).catch(notifyProblem);
  return (
    <div className={css.narrow}>
      <h2>{t('check.title')}</h2>
      <p className="dim">{t(`check.text.${kind}`)}</p>
      <Action variant="filled" keys="Mod+Enter" loading={check.isPending} onClick={run}>
        {t('check.run')}
      </Action>
    </div>
  );
};

const Checked = ({ imported }: OfImport) => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const apply = useWrite('POST /api/imports/{id}/apply');
  const { id, kind, rowCount, errorCount, warningCount, counts, state } = imported;
  const run = (): void => {
    apply.mutateAsync({ id }).then(() => void navigate(`/imports/${id}`), notifyProblem);
  };
  const fitCount = counts.toCreate + counts.toUpdate;
  return (
    <>
      <Tallies
        tallies={[
          { name: 'rows', count: rowCount },
          ...tallies[kind].check.map(({ name, of }) => ({ name, count: counts[of] })),
          { name: 'warnings', count: warningCount },
          { name: 'errors', count: errorCount, isBad: true },
        ]}
      />
      {state === 'checked' ? (
        <div className={css.applying}>
          <Action
            variant="filled"
            keys="Mod+Enter"
            disabled={fitCount === 0}
            loading={apply.isPending}
            onClick={run}
          >
            {t(`check.apply.${kind}`, { count: fitCount })}
          </Action>
          <span className="dim">{t(fitCount === 0 ? 'check.nothing' : 'check.applyText')}</span>
        </div>
      ) : null}
      <ProblemRows imported={imported} />
    </>
  );
};
