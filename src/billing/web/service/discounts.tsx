import { Button } from '@mantine/core';
import { formatDay, formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import css from './service.module.css';

/** Discounts in the order in which they are taken off. */
export const Discounts = ({ accountId, service }: { accountId: number; service: Service }) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/discounts/{discountId}', servicePaths);
  const { discounts, subscriptions, currency, may } = service;
  if (discounts.length === 0) return null;
  return (
    <div>
      <h2>{t('service.discounts')}</h2>
      <ul className={css.rows}>
        {discounts.map((one) => (
          <li key={one.id} className={css.row}>
            <b>
              {one.kind === 'percent'
                ? t('service.percentValue', { value: formatNumber(one.value / 100, 2) })
                : t('service.perMonth', { sum: formatMoney(one.value, currency) })}
            </b>
            <span>
              {subscriptions.find(({ id }) => id === one.subscriptionId)?.name ??
                t('service.ofAll')}
            </span>
            <span className="dim">
              {t('service.from', { on: formatDay(one.fromOn) })}{' '}
              {one.toOn ? t('statement.period', { from: '', to: formatDay(one.toOn) }) : ''}{' '}
              {one.promotion ?? one.words}
            </span>
            <span className={css.end} />
            {may.adjust ? (
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={() =>
                  void end.mutateAsync({ id: accountId, discountId: one.id }).catch(notifyProblem)
                }
              >
                {t('service.endDiscount')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={`dim ${css.note}`}>{t('service.discountsText')}</p>
    </div>
  );
};
