import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../../catalog/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import { ChangeRow } from './change-row.tsx';
import { PlanDialog } from './plan-dialog.tsx';

/** Changes of price for those who have an earlier version of a product. */
export const PriceChangesSection = ({ product }: { product: Product }) => {
  const t = useTexts('billing');
  const may = useMay();
  const [isPlanning, setPlanning] = useState(false);
  const { data } = useRead('GET /api/price-changes', { productId: product.id });
  useLiveRefresh(['billing.*'], ['/api/price-changes']);
  if (!data) return null;
  const mayPlan = may('billing.prices');
  const hasOther = product.versions.length > 1;
  return (
    <section>
      <h2>{t('priceChanges.title')}</h2>
      {data.changes.length === 0 ? (
        <p className="dim">{t('priceChanges.text', { days: data.noticeDays })}</p>
      ) : (
        <PickList>
          {data.changes.map((change) => (
            <ChangeRow key={change.id} change={change} />
          ))}
        </PickList>
      )}
      {mayPlan && !hasOther ? <p className="dim">{t('priceChanges.oneVersion')}</p> : null}
      {mayPlan && hasOther ? (
        <Button size="xs" variant="subtle" onClick={() => setPlanning(true)}>
          {t('priceChanges.plan')}
        </Button>
      ) : null}
      {isPlanning ? (
        <PlanDialog
          product={product}
          noticeDays={data.noticeDays}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </section>
  );
};
