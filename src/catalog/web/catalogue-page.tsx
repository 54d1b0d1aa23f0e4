import { useState } from 'react';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { CreateAction } from '../../ui/show/action.tsx';
import { PickList } from '../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { ProductDialog } from './product-dialog.tsx';
import { ProductRow } from './product-row.tsx';
import { Promotions } from './promotions.tsx';
import { VersionDialog } from './version-dialog.tsx';

/** What is sold, on which terms; and what is offered for a time. */
export const Component = () => {
  const t = useTexts('catalog');
  const read = useRead('GET /api/products');
  useLiveRefresh(['catalog.*'], ['/api/products', '/api/promotions']);
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const products = read.data?.products ?? [];
  const opened = products.find(({ id }) => id === open);
  const close = (): void => setOpen(null);
  const create = <CreateAction onClick={() => setOpen('new')}>{t('create')}</CreateAction>;
  return (
    <SettingsPage title={t('title')} subtitle={t('subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && products.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : null}
      {products.length > 0 ? (
        <PickList>
          {products.map((one) => (
            <ProductRow key={one.id} product={one} onPick={() => setOpen(one.id)} />
          ))}
        </PickList>
      ) : null}
      <Promotions products={products} />
      {open === 'new' ? <VersionDialog product={null} onClose={close} /> : null}
      {opened ? <ProductDialog product={opened} onClose={close} /> : null}
    </SettingsPage>
  );
};
