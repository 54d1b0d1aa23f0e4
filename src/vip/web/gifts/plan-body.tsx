import { Button } from '@mantine/core';
import { Gift as GiftIcon } from 'lucide-react';
import { useState } from 'react';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Plan } from '../client.ts';
import { BudgetLines } from './budget-lines.tsx';
import { GiftDialog } from './gift-dialog.tsx';
import { GiftRow } from './gift-row.tsx';

type Open = Plan['open'][number];

/** The budget, the gifts, and days for which none is planned. */
export const PlanBody = ({ plan }: { plan: Plan }) => {
  const t = useTexts('vip');
  const [planned, setPlanned] = useState<Open>();
  return (
    <>
      <BudgetLines plan={plan} />
      <section aria-label={t('gifts.list')}>
        <h2>{t('gifts.list')}</h2>
        {plan.gifts.length === 0 ? (
          <EmptyState icon={GiftIcon} title={t('gifts.empty')} text={t('gifts.emptyText')} />
        ) : (
          <PickList>
            {plan.gifts.map((gift) => (
              <GiftRow key={gift.id} gift={gift} currency={plan.currency} isNamed />
            ))}
          </PickList>
        )}
      </section>
      {plan.open.length === 0 ? null : (
        <section aria-label={t('gifts.open')}>
          <h2>{t('gifts.open')}</h2>
          <PickList>
            {plan.open.map((one) => (
              <PickRow
                key={`${one.subscriber.id} ${one.key}`}
                title={one.subscriber.name || formatNo(one.subscriber.id)}
                text={[formatDay(one.on), t(`occasionKinds.${one.kind}`), one.name]
                  .filter(Boolean)
                  .join(' · ')}
              >
                <Button size="xs" onClick={() => setPlanned(one)}>
                  {t('gifts.plan')}
                </Button>
              </PickRow>
            ))}
          </PickList>
        </section>
      )}
      {planned ? (
        <GiftDialog
          id={planned.subscriber.id}
          occasion={planned}
          onClose={() => setPlanned(undefined)}
        />
      ) : null}
    </>
  );
};
