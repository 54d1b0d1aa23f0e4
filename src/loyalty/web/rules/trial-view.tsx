import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Rule, rulePaths, type Trial, useWrite } from '../client.ts';
import css from '../loyalty.module.css';

/** What the rule would have given in half a year; looked at before it is switched on. */
export const TrialView = ({ rule }: { rule: Rule }) => {
  const t = useTexts('loyalty');
  const look = useWrite('POST /api/loyalty/rules/{id}/try', rulePaths);
  const trial = look.data;
  return (
    <section className={css.trial} aria-label={t('rules.try.title')}>
      <div>
        <Button
          leftSection={<History size={14} />}
          loading={look.isPending}
          onClick={() => void look.mutateAsync({ id: rule.id }).catch(notifyProblem)}
        >
          {t(trial ? 'rules.try.again' : 'rules.try.run')}
        </Button>
      </div>
      {trial ? <TrialShown trial={trial} /> : null}
      {trial || rule.isTried ? null : <p className="dim">{t('rules.try.isNeeded')}</p>}
    </section>
  );
};

const TrialShown = ({ trial }: { trial: Trial }) => {
  const t = useTexts('loyalty');
  const { moments, people, points, costMinor, currency, months } = trial;
  const money = (minor: number): string => formatMoney(minor, currency);
  const notes = [
    !trial.isKnown && t('rules.try.isUnknown'),
    trial.cappedPoints > 0 && t('rules.try.capped', { points: formatNumber(trial.cappedPoints) }),
    trial.overBudgetPoints > 0 &&
      t('rules.try.overBudget', { points: formatNumber(trial.overBudgetPoints) }),
    trial.held > 0 && t('rules.try.held', { number: formatNumber(trial.held) }),
    trial.withheld > 0 && t('rules.try.withheld', { number: formatNumber(trial.withheld) }),
  ].filter((note) => note !== false);
  return (
    <>
      <h2>{t('rules.try.title')}</h2>
      <Totals
        totals={[
          { key: 'moments', value: formatNumber(moments), label: t('rules.try.moments') },
          { key: 'people', value: formatNumber(people), label: t('rules.try.people') },
          { key: 'points', value: formatNumber(points), label: t('rules.try.points') },
          { key: 'cost', value: money(costMinor), label: t('rules.try.cost') },
        ]}
      />
      {notes.map((note) => (
        <p key={note} className="dim">
          {note}
        </p>
      ))}
      <FigureTable
        title={t('rules.try.months')}
        empty={t('rules.try.none')}
        rows={months}
        keyOf={({ month }) => month}
        columns={[
          {
            key: 'month',
            label: t('rules.try.month'),
            show: ({ month }) => formatDay(`${month}-01`, 'month'),
          },
          { key: 'times', label: t('rules.try.times'), show: (row) => formatNumber(row.times) },
          { key: 'points', label: t('rules.try.points'), show: (row) => formatNumber(row.points) },
          { key: 'cost', label: t('rules.try.cost'), show: (row) => money(row.costMinor) },
        ]}
      />
    </>
  );
};
