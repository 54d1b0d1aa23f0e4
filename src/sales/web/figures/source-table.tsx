import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Economics } from '../client.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import css from './figures.module.css';
import { count, inMonths, moneyIn, shareOf } from './figure-words.ts';

type Props = { economics: Economics; actions: ReactNode };

/** What each source costs and brings. */
export const SourceTable = ({ economics: { sources, currency }, actions }: Props) => {
  const t = useTexts('sales');
  const money = moneyIn(currency);
  const nameOf = ({ name, campaign }: Economics['sources'][number]): ReactNode =>
    campaign === null ? (
      (name ?? t('economics.noSource'))
    ) : (
      <span className={css.part}>{campaign}</span>
    );
  const c = (key: string): string => t(`economics.columns.${key}`);
  return (
    <FigureTable
      title={t('economics.parts.sources')}
      rows={sources}
      keyOf={({ sourceId, campaign }) => `${sourceId} ${campaign}`}
      empty={t('economics.nothing')}
      actions={actions}
      columns={[
        { key: 'name', label: c('source'), show: nameOf },
        { key: 'cost', label: c('costMinor'), show: ({ costMinor }) => money(costMinor) },
        { key: 'leads', label: c('leads'), show: ({ leads }) => count(leads) },
        { key: 'deals', label: c('deals'), show: ({ deals }) => count(deals) },
        { key: 'won', label: c('won'), show: ({ won }) => count(won) },
        { key: 'share', label: c('wonShare'), show: ({ won, deals }) => shareOf(won, deals) },
        { key: 'cac', label: c('cacMinor'), show: ({ cacMinor }) => money(cacMinor) },
        {
          key: 'payback',
          label: c('paybackMonths'),
          show: ({ paybackMonths }) => inMonths(paybackMonths),
        },
      ]}
    />
  );
};
