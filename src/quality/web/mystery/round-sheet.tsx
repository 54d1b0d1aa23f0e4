import { Link } from 'react-router';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Round } from '../client.ts';
import css from '../quality.module.css';
import { TaskSheet } from './task-sheet.tsx';

/** What is measured of a round so far, and its tasks, those left to do first. */
export const RoundSheet = ({ round }: { round: Round }) => {
  const t = useTexts('quality');
  const { measures, medianMinutes, neverAnswered, list, done, tasks, closedAt } = round;
  return (
    <div className={css.page}>
      <Totals
        totals={[
          { key: 'done', value: t('mystery.doneOf', { done, tasks }), label: t('mystery.done') },
          ...measures.map(({ measure, hits, contacts, low, high }) => ({
            key: measure,
            value: contacts === 0 ? '—' : formatPercent(hits / contacts),
            label: t(`measures.${measure}`),
            ...(contacts === 0
              ? {}
              : {
                  hint: `${t('mystery.of', { hits, contacts })}, ${t('mystery.within', {
                    low: formatNumber(100 * low),
                    high: formatPercent(high),
                  })}`,
                }),
          })),
          {
            key: 'median',
            value:
              medianMinutes === null
                ? '—'
                : t('mystery.minutes', { minutes: formatNumber(medianMinutes, 1) }),
            label: t('mystery.median'),
            hint: t('mystery.never', { count: neverAnswered }),
          },
        ]}
      />
      <Link to="/quality/mystery">{t('mystery.compare')}</Link>
      {list.length === 0 ? <p className="dim">{t('mystery.noTasks')}</p> : null}
      {list.map((task) => (
        <TaskSheet key={task.id} task={task} isOpen={closedAt === null} />
      ))}
    </div>
  );
};
