import { useState } from 'react';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { CreateAction } from '../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { Sections } from './sections.tsx';
import { VersionDialog } from './version-dialog.tsx';

/** What is sold, on which terms; and what is offered for a time. */
export const Component = () => {
  const t = useTexts('catalog');
  const read = useRead('GET /api/products');
  useLiveRefresh(['catalog.*'], ['/api/products', '/api/promotions', '/api/bundles']);
  const [isAdding, setAdding] = useState(false);
  const products = read.data?.products ?? [];
  const create = <CreateAction onClick={() => setAdding(true)}>{t('create')}</CreateAction>;
  return (
    <SettingsPage title={t('title')} subtitle={t('subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && products.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : null}
      <Sections products={products} />
      {isAdding ? <VersionDialog product={null} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  );
};
