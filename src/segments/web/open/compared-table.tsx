import { formatNumber, formatWholeMoney } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { Compared } from '../client.ts';

type Figure = Compared['figures'][number];

/** As many for each figure, so that they stand under each other. */
const DIGITS = 2;

/** Key figures of both sides; a difference that chance explains is said to be none. */
export const ComparedTable = ({ compared }: { compared: Compared }) => {
  const t = useTexts('segments');
  const currency = useCurrency();
  const shown = (value: number | null, { type }: Figure): string => {
    if (value === null) return '—';
    return type === 'money' ? formatWholeMoney(value, currency) : formatNumber(value, DIGITS, true);
  };
  const difference = (figure: Figure) => {
    const { difference: of, margin } = figure;
    if (of === null) return '—';
    if (margin === null || Math.abs(of) <= margin) {
      return <span className="dim">{t('compared.unclear')}</span>;
    }
    const sign = of > 0 ? '+' : '';
    return (
      <strong>
        {sign}
        {shown(of, figure)} {t('compared.margin')} {shown(margin, figure)}
      </strong>
    );
  };
  return (
    <FigureTable
      title={t('open.compare')}
      empty="—"
      rule={t('compared.rule')}
      rows={compared.figures}
      keyOf={({ key }) => key}
      columns={[
        { key: 'figure', label: t('compared.figure'), show: ({ label }) => label },
        {
          key: 'here',
          label: t('compared.here'),
          show: (figure) => shown(figure.first.mean, figure),
        },
        {
          key: 'there',
          label: t('compared.there'),
          show: (figure) => shown(figure.second.mean, figure),
        },
        { key: 'difference', label: t('compared.difference'), show: difference },
      ]}
    />
  );
};
