import { Button } from '@mantine/core';
import { useState } from 'react';
import { notifyProblem } from '../../ui/notify.tsx';
import { CreateAction } from '../../ui/show/action.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useWrite, type Product } from './client.ts';
import { VersionDialog } from './version-dialog.tsx';

/** What may be done with a product: a new version, an end of its sale. */
export const ProductActions = ({ product }: { product: Product }) => {
  const t = useTexts('catalog');
  const [isAdding, setAdding] = useState(false);
  const archive = useWrite('PUT /api/products/{id}');
  const change = { id: product.id, isArchived: !product.isArchived };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => void archive.mutateAsync(change).catch(notifyProblem)}
      >
        {t(product.isArchived ? 'restore' : 'archive')}
      </Button>
      <CreateAction onClick={() => setAdding(true)}>{t('addVersion')}</CreateAction>
      {isAdding ? <VersionDialog product={product} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
