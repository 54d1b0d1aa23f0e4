import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import { BundleDialog } from './bundle-dialog.tsx';
import { type Product, useRead, useWrite } from './client.ts';

/** What costs less together, and what it then costs. */
export const Bundles = ({ products }: { products: readonly Product[] }) => {
  const t = useTexts('catalog');
  const { bundles = [], currency = 'RUB' } = useRead('GET /api/bundles').data ?? {};
  const archive = useWrite('PUT /api/bundles/{id}');
  const [isAdding, setAdding] = useState(false);
  return (
    <section>
      <h2>{t('bundles')}</h2>
      {bundles.length === 0 ? <p className="dim">{t('bundlesText')}</p> : null}
      {bundles.length === 0 ? null : (
        <PickList>
          {bundles.map(({ id, name, kind, value, parts, isArchived }) => {
            const full = parts.reduce((sum, { feeMinor }) => sum + feeMinor, 0);
            const priceMinor =
              kind === 'price' ? value : full - Math.round((full * value) / 10_000);
            return (
              <PickRow key={id} title={name} text={parts.map((part) => part.name).join(' + ')}>
                {isArchived ? <Badge>{t('isArchived')}</Badge> : null}
                {kind === 'percent' ? <Badge>{`−${formatNumber(value / 100, 2)} %`}</Badge> : null}
                <b className="tabular">
                  {t('together', {
                    sum: formatMoney(priceMinor, currency),
                    full: formatMoney(full, currency),
                  })}
                </b>
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() =>
                    void archive.mutateAsync({ id, isArchived: !isArchived }).catch(notifyProblem)
                  }
                >
                  {t(isArchived ? 'restore' : 'archive')}
                </Button>
              </PickRow>
            );
          })}
        </PickList>
      )}
      <Button size="xs" variant="subtle" onClick={() => setAdding(true)}>
        {t('addBundle')}
      </Button>
      {isAdding ? <BundleDialog products={products} onClose={() => setAdding(false)} /> : null}
    </section>
  );
};
