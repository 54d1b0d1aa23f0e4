import { useParams } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { useLiveRefresh } from '../../ui/live.ts';
import { EmptyState, ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead } from './client.ts';
import { OpenProduct } from './open-product.tsx';

/** A product: what it is for and why it is sold, its versions with their terms. */
export const Component = () => {
  const t = useTexts('catalog');
  const id = Number(useParams()['id']);
  const { data, error, refetch } = useRead('GET /api/products');
  useLiveRefresh(['catalog.*'], ['/api/products']);
  const product = data?.products.find((one) => one.id === id);
  if (product) return <OpenProduct product={product} />;
  return (
    <SettingsPage title={t('title')} backTo="/settings/catalogue">
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? <EmptyState title={t('errors.no_such_product')} /> : null}
    </SettingsPage>
  );
};
