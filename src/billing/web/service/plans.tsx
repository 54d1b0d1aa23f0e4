import { Button } from '@mantine/core';
import { doOrConfirm } from '../../../ui/notify.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import type { Asked } from './dialogs.tsx';
import { PlanNotes } from './plan-notes.tsx';
import css from './service.module.css';

type Props = { accountId: number; service: Service; onAsk: (asked: Asked) => void };

/** What an account subscribes to now, and what is to begin or to end. */
export const Plans = ({ accountId, service, onAsk }: Props) => {
  const t = useTexts('billing');
  const end = useWrite('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', servicePaths);
  const { subscriptions, currency, may } = service;
  const ending = (subscriptionId: number, isConfirmed: boolean) =>
    end.mutateAsync({ id: accountId, subscriptionId, isConfirmed });
  return (
    <div>
      <ul className={css.rows}>
        {subscriptions.map((one) => (
          <li key={one.id} className={css.row}>
            <b>{one.name}</b>
            {one.monthlyFeeMinor === 0 && one.instalments ? null : (
              <span>
                <Money amountMinor={one.monthlyFeeMinor} currency={currency} />
                <span className="dim">{t('accounts.monthly')}</span>
              </span>
            )}
            <PlanNotes plan={one} currency={currency} />
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
                  if (one.leaving || one.instalments?.left || one.bundle)
                    onAsk({ what: 'end', ends: one });
                  else
                    void doOrConfirm('billing.bundle_ends', (isConfirmed) =>
                      ending(one.id, isConfirmed),
                    );
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
