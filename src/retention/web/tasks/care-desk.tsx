import { Link } from 'react-router';
import { formatMoney, formatNo } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Clock } from '../../../ui/show/clock.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../cases/desk.module.css';
import { carePaths, type CareTask, useWrite } from '../plan/client.ts';
import { CallLine } from './call-line.tsx';
import { CareOutcome } from './care-outcome.tsx';
import { DoneLine } from './done-line.tsx';

/** What to do for whom, why they may leave, and what came of it. */
export const CareDesk = ({ task }: { task: CareTask }) => {
  const t = useTexts('retention');
  const take = useWrite('PUT /api/care-tasks/{id}/owner', carePaths);
  const tell = useWrite('PUT /api/care-tasks/{id}', carePaths);
  const { id, version, subscriber, action, reasons, state, owner, tries, dueAt } = task;
  const { phone, isCallTime, callsFrom, callsTo } = task;
  return (
    <div className={css.desk}>
      <section className={css.part} aria-label={t('tasks.why')}>
        <div className={css.line}>
          <Link to={`/subscribers/${subscriber.id}`}>
            {subscriber.name || formatNo(subscriber.id)}
          </Link>
          {state === 'open' ? <Clock dueAt={dueAt} /> : null}
          {tries > 0 ? <Badge>{t('tasks.tries', { count: tries })}</Badge> : null}
          {owner ? <Badge tone="teal">{owner.name}</Badge> : null}
        </div>
        <b>{t(`plan.actions.${action}`)}</b>
        {state === 'open' ? (
          <p className="dim">
            {t(`plan.given.${action}`, { sum: formatMoney(task.incentiveMinor, task.currency) })}
          </p>
        ) : null}
        {reasons.length === 0 ? null : (
          <ul className={css.said}>
            {reasons.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
        {state === 'open' ? (
          <CallLine
            {...{ phone, callsFrom, callsTo }}
            isCallTime={isCallTime || !task.takesCall}
            isFree={owner === null}
            isPending={take.isPending}
            onTurn={() => {
              take.mutateAsync({ id, version, isMine: owner === null }).catch(notifyProblem);
            }}
          />
        ) : null}
      </section>
      {state === 'open' ? (
        <CareOutcome task={task} />
      ) : (
        <DoneLine
          words={task.outcome ? t(`lists.outcomes.${task.outcome}`) : t('tasks.dropped')}
          task={task}
          isUndone={state === 'done' && !task.isOver}
          isPending={tell.isPending}
          onUndo={() => void tell.mutateAsync({ id, version, outcome: null }).catch(notifyProblem)}
        />
      )}
    </div>
  );
};
