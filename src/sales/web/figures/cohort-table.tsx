import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { count, moneyIn, monthWords, shareOf } from './figure-words.ts';

type Props = { economics: Economics; actions: ReactNode };

/** What accounts of each month of connection have brought, and will. */
export const CohortTable = ({ economics, actions }: Props) => {
  const t = useTexts('sales');
  const { cohorts, currency, totals } = economics;
  const money = moneyIn(currency);
  const c = (key: string): string => t(`economics.columns.${key}`);
  return (
    <FigureTable
      title={t('economics.parts.cohorts')}
      rows={cohorts}
      keyOf={({ cohort }) => cohort}
      empty={t('economics.nothing')}
      rule={t('economics.cohortRule', { months: totals.horizonMonths })}
      actions={actions}
      columns={[
        { key: 'cohort', label: c('cohort'), show: ({ cohort }) => monthWords(cohort) },
        { key: 'connected', label: c('connected'), show: ({ connected }) => count(connected) },
        {
          key: 'alive',
          label: c('alive'),
          show: ({ alive, connected }) => shareOf(alive, connected),
        },
        { key: 'margin', label: c('marginMinor'), show: ({ marginMinor }) => money(marginMinor) },
        {
          key: 'lifetime',
          label: c('lifetimeMinor'),
          show: ({ lifetimeMinor }) => money(lifetimeMinor),
        },
      ]}
    />
  );
};
