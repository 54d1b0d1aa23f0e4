import { Link } from 'react-router';
import { formatDay, formatInstant, formatMoney } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Trial } from './client.ts';

type Row = Trial['rows'][number];

const nameOf = ({ subscriberId, name }: Row) => (
  <Link to={`/subscribers/${subscriberId}`}>{name}</Link>
);

/** With whom it would have spoken, the latest first; of those whom the viewer may see. */
export const TrialPeople = ({ trial: { rows, currency } }: { trial: Trial }) => {
  const t = useTexts('retention');
  return (
    <FigureTable
      title={t('plays.try.who')}
      empty={t('plays.try.none')}
      rows={rows}
      keyOf={({ subscriberId, at }) => `${subscriberId} ${at}`}
      columns={[
        { key: 'name', label: t('fields.name'), show: nameOf },
        { key: 'at', label: t('plays.try.signalled'), show: ({ at }) => formatInstant(at) },
        { key: 'on', label: t('plays.try.on'), show: ({ on }) => formatDay(on) },
        {
          key: 'cost',
          label: t('plays.try.costOne'),
          show: ({ costMinor }) => formatMoney(costMinor, currency),
        },
      ]}
    />
  );
};
