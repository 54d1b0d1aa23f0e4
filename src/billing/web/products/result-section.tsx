import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../../catalog/web/index.tsx';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import lines from '../../../ui/show/lines.module.css';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type ProductResult } from '../client.ts';
import css from './products.module.css';

/** So many months are in sight until the others are asked for. */
const FEW = 3;

type Month = ProductResult['months'][number];

/** What a product brought month by month, beside the goal of its purpose, and who may take it. */
export const ResultSection = ({ product }: { product: Product }) => {
  const t = useTexts('billing');
  const [isWhole, setWhole] = useState(false);
  const { data, error, refetch } = useRead('GET /api/products/{id}/result', { id: product.id });
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { accounts, of } = data.eligible;
  const goal = goalOf(product);
  const shown = isWhole ? data.months : data.months.slice(0, FEW);
  return (
    <section>
      <h2>{t('products.result')}</h2>
      <p className="dim">
        {t('products.eligible', { accounts: formatNumber(accounts), of: formatNumber(of) })}
        {goal ? ` ${t(`products.goal.${goal.of}`, { goal: goal.words(data.currency) })}` : ''}
      </p>
      <div className={`${lines.box} scroll`}>
        <table className={`${lines.lines} ${css.table} tabular`} aria-label={t('products.result')}>
          <thead>
            <tr>
              <th scope="col">{t('products.month')}</th>
              {(['takes', 'leaves', 'held', 'averageFee'] as const).map((column) => (
                <th key={column} scope="col" className={css.sum}>
                  {t(`products.${column}`)}
                </th>
              ))}
              {goal ? <th scope="col">{t('products.goalHead')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((month, at) => (
              <tr key={month.month}>
                <td>{formatDay(month.month, 'month')}</td>
                <td className={css.sum}>{formatNumber(month.takes)}</td>
                <td className={css.sum}>{formatNumber(month.leaves)}</td>
                <td className={css.sum}>{formatNumber(month.held)}</td>
                <td className={css.sum}>
                  {month.held > 0 ? formatMoney(month.averageFeeMinor, data.currency) : '—'}
                </td>
                {goal ? (
                  <td>
                    <Reached isNow={at === 0} isReached={goal.isReached(month)} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < data.months.length ? (
        <Button size="xs" variant="subtle" onClick={() => setWhole(true)}>
          {t('products.allMonths', { count: data.months.length })}
        </Button>
      ) : null}
    </section>
  );
};

/** Of a month that goes on nothing is said but that its goal is reached already. */
const Reached = ({ isNow, isReached }: { isNow: boolean; isReached: boolean }) => {
  const t = useTexts('billing');
  if (isReached) return <Badge tone="green">{t('products.reached')}</Badge>;
  return isNow ? null : <Badge tone="amber">{t('products.missed')}</Badge>;
};

function goalOf({ purpose, purposeGoal }: Product) {
  if (purpose === null || purposeGoal === null) return null;
  return purpose === 'hold'
    ? {
        of: 'fee' as const,
        words: (currency: string) => formatMoney(purposeGoal, currency),
        isReached: (month: Month) => month.averageFeeMinor >= purposeGoal,
      }
    : {
        of: 'takes' as const,
        words: () => formatNumber(purposeGoal),
        isReached: (month: Month) => month.takes >= purposeGoal,
      };
}
