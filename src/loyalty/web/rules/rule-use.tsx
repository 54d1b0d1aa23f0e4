import { useState } from 'react';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { formatDay, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Use, useRead } from '../client.ts';
import css from '../loyalty.module.css';

/** What the rule has given in a month until a day, and what its budget of then had left. */
export const RuleUse = ({ id }: { id: number }) => {
  const t = useTexts('loyalty');
  const [on, setOn] = useState('');
  const asked = on === '' ? { id } : { id, on };
  const read = useRead('GET /api/loyalty/rules/{id}/use', asked, { isKept: true });
  return (
    <section className={css.trial} aria-label={t('rules.use.title')}>
      <h2>{t('rules.use.title')}</h2>
      <div className={css.day}>
        <DayInput label={t('rules.use.asOf')} value={on} onChange={setOn} />
      </div>
      {read.error && !read.data ? (
        <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data ? <UseShown use={read.data} /> : null}
    </section>
  );
};

const UseShown = ({ use }: { use: Use }) => {
  const t = useTexts('loyalty');
  const { limits, days, isOn, given, takenBack } = use;
  const budget = limits?.budgetPoints ?? null;
  const total = (key: 'given' | 'budget' | 'left' | 'people' | 'takenBack', value: number) => ({
    key,
    value: formatNumber(value),
    label: t(`rules.use.${key}`),
  });
  return (
    <>
      <Totals
        totals={[
          total('given', given),
          ...(budget === null ? [] : [total('budget', budget), total('left', budget - given)]),
          total('people', use.people),
          ...(takenBack === 0 ? [] : [total('takenBack', takenBack)]),
        ]}
      />
      <p className="dim">
        {limits === null
          ? t('rules.use.unknown')
          : t(isOn ? 'rules.use.wasOn' : 'rules.use.wasOff', { on: formatDay(use.on) })}
      </p>
      <FigureTable<Use['days'][number]>
        title={t('rules.use.days')}
        empty={t('rules.use.none')}
        rows={days}
        keyOf={({ on }) => on}
        columns={[
          { key: 'on', label: t('rules.use.day'), show: ({ on }) => formatDay(on) },
          { key: 'times', label: t('rules.use.times'), show: (row) => formatNumber(row.times) },
          { key: 'points', label: t('rules.use.points'), show: (row) => formatNumber(row.points) },
          {
            key: 'left',
            label: t('rules.use.leftAfter'),
            show: ({ left }) => (left === null ? '—' : formatNumber(left)),
          },
        ]}
      />
    </>
  );
};
