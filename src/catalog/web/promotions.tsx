import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatMoney, formatNumber } from '../../ui/format.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead, useWrite, type Product, type Promotion } from './client.ts';
import { PromotionDialog } from './promotion-dialog.tsx';

/** What is offered for a time to those who take something new. */
export const Promotions = ({ products }: { products: readonly Product[] }) => {
  const t = useTexts('catalog');
  const promotions = useRead('GET /api/promotions').data?.promotions ?? [];
  const archive = useWrite('PUT /api/promotions/{id}');
  const [isAdding, setAdding] = useState(false);
  const wordsOf = (one: Promotion): string =>
    [
      one.product ?? t('anyProduct'),
      one.lastsDays ? t('lasts', { count: one.lastsDays }) : t('forEver'),
      `${formatDay(one.offeredFrom)} – ${one.offeredTo ? formatDay(one.offeredTo) : '…'}`,
    ].join(' · ');
  return (
    <section>
      <h2>{t('promotions')}</h2>
      {promotions.length === 0 ? <p className="dim">{t('promotionsText')}</p> : null}
      {promotions.length === 0 ? null : (
        <PickList>
          {promotions.map((one) => (
            <PickRow key={one.id} title={one.name} text={wordsOf(one)}>
              {one.isArchived ? <Badge>{t('isArchived')}</Badge> : null}
              <b className="tabular">
                {one.kind === 'percent'
                  ? `−${formatNumber(one.value / 100, 2)} %`
                  : `−${formatMoney(one.value)}`}
              </b>
              <Button
                size="xs"
                variant="subtle"
                onClick={() =>
                  void archive
                    .mutateAsync({ id: one.id, isArchived: !one.isArchived })
                    .catch(notifyProblem)
                }
              >
                {t(one.isArchived ? 'restore' : 'archive')}
              </Button>
            </PickRow>
          ))}
        </PickList>
      )}
      <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
        {t('addPromotion')}
      </Button>
      {isAdding ? <PromotionDialog products={products} onClose={() => setAdding(false)} /> : null}
    </section>
  );
};
