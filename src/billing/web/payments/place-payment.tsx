import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite, type Payment } from '../client.ts';
import css from './payments.module.css';

type Props = { payment: Payment; onPlaced: () => void };

/** Accounts that a payment may be meant for, why, and a way to look for another. */
export const PlacePayment = ({ payment, onPlaced }: Props) => {
  const t = useTexts('billing');
  const { id } = payment;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const read = useRead('GET /api/payments/{id}/suggestions', { id, ...(q === '' ? {} : { q }) });
  const place = useWrite('POST /api/payments/{id}/place', ['/api/payments', '/api/accounts']);
  const suggestions = read.data?.suggestions;
  const give = (accountId: number): void =>
    void place.mutateAsync({ id, accountId }).then(onPlaced, notifyProblem);
  return (
    <section className={css.part}>
      <h3>{t('placing.title')}</h3>
      <TextInput
        aria-label={t('placing.search')}
        placeholder={t('placing.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {suggestions?.length === 0 ? <p className="dim">{t('placing.nothing')}</p> : null}
      {suggestions && suggestions.length > 0 ? (
        <PickList>
          {suggestions.map((one) => (
            <PickRow
              key={one.accountId}
              title={`${one.account} · ${one.subscriberName}`}
              text={one.reasons
                .map(({ why, told }) => t(`placing.why.${why}`, { told }))
                .join(' · ')}
            >
              <Button
                size="compact-sm"
                loading={place.isPending}
                onClick={() => give(one.accountId)}
              >
                {t('placing.place')}
              </Button>
            </PickRow>
          ))}
        </PickList>
      ) : null}
    </section>
  );
};
