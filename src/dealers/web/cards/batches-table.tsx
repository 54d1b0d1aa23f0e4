import { Link } from 'react-router';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Progress } from '../../../ui/show/progress.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Batch } from '../client.ts';
import css from '../dealers.module.css';

type Row = Omit<Batch, 'states' | 'blocked' | 'deeds'>;

/** Batches, a line each. */
export const BatchesTable = ({ batches }: { batches: readonly Row[] }) => {
  const t = useTexts('dealers');
  return (
    <div className={css.box}>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('cards.series')}</th>
            <th className={css.number}>{t('cards.count')}</th>
            <th className={css.number}>{t('cards.value')}</th>
            <th>{t('cards.validUntil')}</th>
            <th aria-label={t('cards.state')} />
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td>
                <Link to={`/cards/${batch.id}`}>{batch.series}</Link>
              </td>
              <td className={css.number}>{formatNumber(batch.cards)}</td>
              <td className={css.number}>{formatMoney(batch.valueMinor, batch.currency)}</td>
              <td>{formatDay(batch.validUntil)}</td>
              <td>
                <BatchMark batch={batch} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** How far it is made, or that its PINs wait to be taken. */
export const BatchMark = ({ batch }: { batch: Row }) => {
  const t = useTexts('dealers');
  if (batch.made < batch.cards) {
    return (
      <Progress share={batch.made / batch.cards} label={t('cards.making')}>
        {t('cards.madeOf', { made: formatNumber(batch.made), cards: formatNumber(batch.cards) })}
      </Progress>
    );
  }
  return batch.pinsTakenAt === null ? <Badge tone="amber">{t('cards.pinsReady')}</Badge> : null;
};
