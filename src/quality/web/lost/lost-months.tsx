import { formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { LostLine } from '../client.ts';
import { Wrong } from './wrong.tsx';
import { monthWords, useLossWords } from './words.ts';
import css from './lost.module.css';

type Month = LostLine['months'][number];
type Props = { line: LostLine; currency: string };

/** The months of a process, the latest first; those whose outcomes are still coming too. */
export const LostMonths = ({ line: { key, months }, currency }: Props) => {
  const t = useTexts('quality');
  return (
    <FigureTable<Month>
      title={t('lost.byMonth')}
      rows={months.toReversed()}
      keyOf={({ month }) => month}
      empty={t('lost.noContacts')}
      columns={[
        { key: 'month', label: t('lost.month'), show: ({ month }) => monthWords(month) },
        { key: 'all', label: t('lost.all'), show: ({ contacts }) => formatNumber(contacts) },
        {
          key: 'wrong',
          label: t('lost.wrong'),
          show: (one) => wrongOf(key, one),
        },
        {
          key: 'loss',
          label: t('lost.loss'),
          show: (one) => lossOf(one, currency),
        },
      ]}
    />
  );
};

const wrongOf = (key: string, { month, wrong }: Month) => (
  <Wrong process={key} wrong={wrong} from={month} to={month} />
);
const lossOf = (month: Month, currency: string) => <Loss month={month} currency={currency} />;

const Loss = ({ month: { loss, isKnown }, currency }: { month: Month; currency: string }) => {
  const t = useTexts('quality');
  const { money, within } = useLossWords(currency);
  if (!loss) {
    return <span className={css.bounds}>{isKnown ? t('lost.fewOfMonth') : t('lost.unknown')}</span>;
  }
  return (
    <span className={css.loss}>
      <b>{money(loss.minor)}</b>
      <span className={css.bounds}>{within(loss)}</span>
    </span>
  );
};
