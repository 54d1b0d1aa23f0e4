import { Button } from '@mantine/core';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import type { Asked } from './dialogs.tsx';
import css from './service.module.css';

type Props = { accountId: number; service: Service; onAsk: (asked: Asked) => void };

/** What an account subscribes to now, and what is to begin or to end. */
export const Plans = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', servicePaths);
  const { subscriptions, currency, may } = service;
  return (
    <div>
      <ul className={css.rows}>
        {subscriptions.map((one) => (
          <li key={one.id} className={css.row}>
            <b>{one.name}</b>
            <span>
              <Money amountMinor={one.monthlyFeeMinor} currency={currency} />
              <span className="dim">{t('accounts.monthly')}</span>
            </span>
            {one.chargeCycle === 'daily' ? <Badge>{t('service.daily')}</Badge> : null}
            <span className="dim">
              {one.startedOn ? t('service.from', { on: formatDay(one.startedOn) }) : ''}{' '}
              {one.endedOn ? t('service.till', { on: formatDay(one.endedOn) }) : ''}
            </span>
            {one.priceChange ? (
              <Badge tone="amber">
                {t('service.priceChange', {
                  on: formatDay(one.priceChange.fromOn),
                  fee: formatMoney(one.priceChange.monthlyFeeMinor, currency),
                })}
              </Badge>
            ) : null}
            {one.leaving ? (
              <span className="dim">
                {t('service.bound', {
                  on: formatDay(one.leaving.untilOn),
                  fee: formatMoney(one.leaving.feeMinor, currency),
                })}
              </span>
            ) : null}
            <span className={css.end} />
            {may.serve && one.kind === 'tariff' && one.endedOn === null ? (
              <Button
                size="xs"
                variant="subtle"
                onClick={() => onAsk({ what: 'subscribe', replaces: one })}
              >
                {t('service.change')}
              </Button>
            ) : null}
            {may.serve && one.endedOn === null ? (
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={() => {
                  if (one.leaving) onAsk({ what: 'end', ends: one });
                  else
                    end.mutateAsync({ id: accountId, subscriptionId: one.id }).catch(notifyProblem);
                }}
              >
                {t('service.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may.serve ? (
        <Button size="xs" variant="subtle" onClick={() => onAsk({ what: 'subscribe' })}>
          {t('service.add')}
        </Button>
      ) : null}
    </div>
  );
};
