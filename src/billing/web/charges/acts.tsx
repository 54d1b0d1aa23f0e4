import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { dayOf, formatDay, formatInstant } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import css from '../papers/papers.module.css';
import shared from '../billing.module.css';

const MONTHS = 12;

/** First days of the months that are over, the latest first. */
function monthsOver(): string[] {
  const today = dayOf(serverNow());
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 10),
  );
}

/** Makes the acts of a month for all organisations, and shows what was made. */
export const Acts = () => {
  const t = useTexts('billing');
  const months = monthsOver();
  const [month, setMonth] = useState(months[0] ?? '');
  const make = useWrite('POST /api/act-runs', ['/api/act-runs']);
  const runs = useRead('GET /api/act-runs').data?.runs ?? [];
  useLiveRefresh(['billing.acts_made'], ['/api/act-runs']);
  const isGoing = runs.some(({ finishedAt }) => finishedAt === null);
  return (
    <section className={`${shared.box} ${css.section}`} aria-label={t('acts.title')}>
      <div className={css.head}>
        <h2>{t('acts.title')}</h2>
        <div className={css.acts}>
          <Select
            aria-label={t('acts.month')}
            value={month}
            allowDeselect={false}
            data={months.map((value) => ({ value, label: formatDay(value, 'month') }))}
            onChange={(value) => setMonth(value ?? month)}
          />
          <Button
            loading={make.isPending}
            disabled={isGoing}
            onClick={() => void make.mutateAsync({ month }).catch(notifyProblem)}
          >
            {t('acts.make')}
          </Button>
        </div>
      </div>
      <p className="dim">{t('acts.text')}</p>
      {runs.length === 0 ? <p className="dim">{t('acts.empty')}</p> : null}
      {runs.map((run) => (
        <div key={run.id} className={css.acts}>
          <strong>{formatDay(run.month, 'month')}</strong>
          <span>
            {run.finishedAt === null ? t('acts.going') : t('acts.made', { count: run.made })}
            {run.corrected > 0 ? `, ${t('acts.corrected', { count: run.corrected })}` : ''}
          </span>
          <span className="dim">
            {[formatInstant(run.startedAt), run.startedBy ?? t('charges.byClock')].join(' · ')}
          </span>
        </div>
      ))}
    </section>
  );
};
