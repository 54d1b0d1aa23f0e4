import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { Compared } from '../client.ts';
import lines from '../../../ui/show/lines.module.css';

type Figure = Compared['figures'][number];

const columns = ['figure', 'here', 'there', 'difference'] as const;

/** Key figures of both sides; a difference that chance explains is said to be none. */
export const ComparedTable = ({ compared }: { compared: Compared }) => {
  const t = useTexts('segments');
  return (
    <>
      <div className={lines.box}>
        <table className={lines.lines}>
          <thead>
            <tr>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {t(`compared.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular">
            {compared.figures.map((figure) => (
              <Line key={figure.key} figure={figure} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="dim" style={{ margin: 0 }}>
        {t('compared.rule')}
      </p>
    </>
  );
};

const Line = ({ figure }: { figure: Figure }) => {
  const t = useTexts('segments');
  const currency = useCurrency();
  const { label, type, first, second, difference, margin } = figure;
  const shown = (value: number | null): string => {
    if (value === null) return '—';
    return type === 'money' ? formatMoney(Math.round(value), currency) : formatNumber(value, 2);
  };
  const isClear = difference !== null && margin !== null && Math.abs(difference) > margin;
  return (
    <tr>
      <td>{label}</td>
      <td>{shown(first.mean)}</td>
      <td>{shown(second.mean)}</td>
      <td>
        {isClear ? (
          <strong>
            {difference > 0 ? '+' : ''}
            {shown(difference)} {t('compared.margin')} {shown(margin)}
          </strong>
        ) : (
          <span className="dim">{difference === null ? '—' : t('compared.unclear')}</span>
        )}
      </td>
    </tr>
  );
};
