import { Link } from 'react-router';
import { formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { ListedRow } from '../client.ts';
import css from '../imports.module.css';
import type { RowsShown } from '../use-pages.ts';
import { useErrorWords } from '../words.ts';

type Props = { rows: readonly ListedRow[]; only: RowsShown };

export const RowTable = ({ rows, only }: Props) => {
  const t = useTexts('imports');
  const wordsOf = useErrorWords();
  // One row may look like several people.
  const keyed = rows.map((row, at) => ({ key: `${row.rowNumber} ${at}`, row }));
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('rows.number')}</th>
          <th scope="col">{t('rows.problem')}</th>
          <th scope="col">{t(only === 'duplicates' ? 'rows.like' : 'rows.cells')}</th>
        </tr>
      </thead>
      <tbody>
        {keyed.map(({ key, row }) => (
          <tr key={key}>
            <td className={css.number}>{formatNumber(row.rowNumber)}</td>
            <td className={only === 'errors' ? css.bad : undefined}>
              {row.problems.map(wordsOf).join(' ')}
            </td>
            <td className="dim">
              {only === 'duplicates' ? <Like row={row} /> : row.cells.filter(Boolean).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Whom a row looks like: somebody in the base, or an earlier row. */
const Like = ({ row }: { row: ListedRow }) => {
  const t = useTexts('imports');
  const may = useMay();
  const { subscriberId, subscriberName, otherRow } = row;
  if (subscriberId === null) {
    return otherRow === null ? null : t('rows.otherRow', { row: formatNumber(otherRow) });
  }
  const name = subscriberName || `№ ${subscriberId}`;
  if (!may('subscribers.view')) return name;
  return <Link to={`/subscribers/${subscriberId}`}>{name}</Link>;
};
