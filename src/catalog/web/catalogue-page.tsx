import { useState } from 'react';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { CreateAction } from '../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './catalog.module.css';
import { useRead } from './client.ts';
import { Limits } from './limits.tsx';
import { ProductList } from './product-list.tsx';
import { Promotions } from './promotions.tsx';
import { VersionDialog } from './version-dialog.tsx';

/** What is sold, on which terms; and what is offered for a time. */
export const Component = () => {
  const t = useTexts('catalog');
  const read = useRead('GET /api/products');
  useLiveRefresh(['catalog.*'], ['/api/products', '/api/promotions']);
  const [isAdding, setAdding] = useState(false);
  const products = read.data?.products ?? [];
  const create = <CreateAction onClick={() => setAdding(true)}>{t('create')}</CreateAction>;
  return (
    <SettingsPage title={t('title')} subtitle={t('subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && products.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : null}
      <div className={css.sections}>
        {products.length > 0 ? <ProductList products={products} /> : null}
        <Promotions products={products} />
        <Limits />
      </div>
      {isAdding ? <VersionDialog product={null} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  );
};
