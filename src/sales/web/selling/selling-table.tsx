import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Selling } from '../client.ts';
import { moneyIn } from '../figures/figure-words.ts';
import css from './selling.module.css';

type Figures = Selling['total'];
type Props = { selling: Selling; by: 'agent' | 'team' | 'month' };

/** Each figure as a share of what it is a part of. */
const shares = [
  ['guided', 'deals'],
  ['recommended', 'guided'],
  ['handled', 'objected'],
  ['pitched', 'offered'],
  ['sold', 'deals'],
] as const satisfies readonly (readonly [keyof Figures, keyof Figures])[];

/** A line for each agent, team or month, and all of them together. */
export const SellingTable = ({ selling, by }: Props) => {
  const t = useTexts('sales');
  const { rows, total, currency } = selling;
  const nameOf = (name: string | null): string => {
    if (name === null) return t(`selling.nobody.${by === 'team' ? 'team' : 'agent'}`);
    return by === 'month' ? formatDay(`${name}-01`, 'month') : name;
  };
  return (
    <div className={css.box}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t(`selling.groupings.${by}`)}</th>
            <th scope="col">{t('selling.columns.deals')}</th>
            {shares.map(([part]) => (
              <th key={part} scope="col" title={t(`selling.hints.${part}`)}>
                {t(`selling.columns.${part}`)}
              </th>
            ))}
            <th scope="col">{t('selling.columns.named')}</th>
            <th scope="col">{t('selling.columns.unnamed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, ...figures }) => (
            <Line
              key={`${id ?? ''} ${name ?? ''}`}
              name={nameOf(name)}
              figures={figures}
              currency={currency}
            />
          ))}
        </tbody>
        <tfoot>
          <Line name={t('selling.total')} figures={total} currency={currency} />
        </tfoot>
      </table>
    </div>
  );
};

type LineProps = { name: string; figures: Figures; currency: string };

const Line = ({ name, figures, currency }: LineProps) => {
  const average = ({ count, sumMinor }: Figures['named']): string =>
    count === 0 ? '—' : `${moneyIn(currency)(sumMinor / count)} (${count})`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatNumber(figures.deals)}</td>
      {shares.map(([part, whole]) => (
        <td key={part}>
          {figures[whole] === 0 ? (
            '—'
          ) : (
            <>
              {formatPercent(figures[part] / figures[whole])}{' '}
              <span className="dim">
                {formatNumber(figures[part])}/{formatNumber(figures[whole])}
              </span>
            </>
          )}
        </td>
      ))}
      <td>{average(figures.named)}</td>
      <td>{average(figures.unnamed)}</td>
    </tr>
  );
};
