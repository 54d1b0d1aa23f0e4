import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Play, playPaths, type Trial, useWrite } from './client.ts';
import css from './plays.module.css';
import { TrialPeople } from './trial-people.tsx';

/** What the play would have done in half a year; looked at before it is switched on. */
export const TrialView = ({ play }: { play: Play }) => {
  const t = useTexts('retention');
  const look = useWrite('POST /api/plays/{id}/try', playPaths);
  const trial = look.data;
  return (
    <section className={css.trial} aria-label={t('plays.try.title')}>
      <div>
        <Button
          leftSection={<History size={14} />}
          loading={look.isPending}
          onClick={() => void look.mutateAsync({ id: play.id }).catch(notifyProblem)}
        >
          {t(trial ? 'plays.try.again' : 'plays.try.run')}
        </Button>
      </div>
      {trial ? <TrialShown trial={trial} /> : null}
      {trial || play.isTried ? null : <p className="dim">{t('plays.try.isNeeded')}</p>}
    </section>
  );
};

const TrialShown = ({ trial }: { trial: Trial }) => {
  const t = useTexts('retention');
  const { moments, contacts, people, costMinor, currency, months, stops } = trial;
  const money = (minor: number): string => formatMoney(minor, currency);
  const notes = [
    !trial.isWhole && t('plays.try.part'),
    trial.isPresentOnly && t('plays.try.presentOnly'),
  ].filter((note) => note !== false);
  return (
    <>
      <h2>{t('plays.try.title')}</h2>
      <Totals
        totals={[
          { key: 'moments', value: formatNumber(moments), label: t('plays.try.moments') },
          { key: 'contacts', value: formatNumber(contacts), label: t('plays.try.contacts') },
          { key: 'people', value: formatNumber(people), label: t('plays.try.people') },
          { key: 'cost', value: money(costMinor), label: t('plays.try.cost') },
        ]}
      />
      {notes.map((note) => (
        <p key={note} className="dim">
          {note}
        </p>
      ))}
      <div className={css.two}>
        <FigureTable
          title={t('plays.try.months')}
          empty={t('plays.try.none')}
          rows={months}
          keyOf={({ month }) => month}
          columns={[
            {
              key: 'month',
              label: t('plays.try.month'),
              show: ({ month }) => formatDay(`${month}-01`, 'month'),
            },
            {
              key: 'contacts',
              label: t('plays.try.contacts'),
              show: (row) => formatNumber(row.contacts),
            },
            { key: 'cost', label: t('plays.try.costOne'), show: (row) => money(row.costMinor) },
          ]}
        />
        <FigureTable
          title={t('plays.try.stops')}
          empty="—"
          rows={stops}
          keyOf={({ stop }) => stop}
          columns={[
            {
              key: 'stop',
              label: t('plays.try.stop'),
              show: ({ stop }) => t(`plays.stops.${stop}`),
            },
            { key: 'count', label: t('plays.try.count'), show: (row) => formatNumber(row.count) },
          ]}
        />
      </div>
      <TrialPeople trial={trial} />
    </>
  );
};
